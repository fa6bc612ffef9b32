package io.parley.conversation.web;

import io.parley.account.Caller;
import io.parley.conversation.Conversations;
import io.parley.conversation.History;
import io.parley.conversation.NewMessage;
import io.parley.conversation.Problems;
import io.parley.kernel.ConversationId;
import io.parley.limits.Limits;
import io.parley.log.Outcome;
import io.parley.problem.JsonFields;
import io.parley.problem.ProblemException;
import io.parley.problem.ProblemType;
import io.parley.problem.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Send and read (MSG-4, MSG-17). Membership is checked before body and parameters are looked at, so that a stranger's
 * malformed request is answered like a well-formed one.
 */
@RestController
@Tag(name = "message")
class MessageController {

    private static final byte[] NO_BODY = {};
    private static final String HEAD = "The position of the conversation's last entry when the page was read.";
    private static final String MORE =
            "Whether there are more in the direction that was asked. A page of large entries ends before its `limit`.";

    private final Conversations conversations;
    private final History history;
    private final Limits limits;

    MessageController(Conversations conversations, History history, Limits limits) {
        this.conversations = conversations;
        this.history = history;
        this.limits = limits;
    }

    /** A page of messages, ascending; their positions have holes where entries of other kinds stand. */
    record MessagePage(
            List<MessageView> messages,
            @Schema(description = HEAD, minimum = "1") long headSeq,
            @Schema(description = MORE) boolean more) {}

    /** A page of entries, ascending and contiguous. */
    record EntryPage(
            List<EntryView> entries,
            @Schema(description = HEAD, minimum = "1") long headSeq,
            @Schema(description = MORE) boolean more) {}

    @PostMapping(path = "/conversations/{id}/messages", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "sendMessage",
            summary = "Send a message; it is durable when this answers",
            description = "The same id, author and content again answers the first one; `outcome-unknown` asks for"
                    + " exactly that repeat.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = Requests.NewMessageBody.class))))
    @ApiResponse(
            responseCode = "200",
            description = "The same message was sent before: this is the first one.",
            useReturnTypeSchema = true)
    @ApiResponse(responseCode = "201", description = "It stands in the log.", useReturnTypeSchema = true)
    @Refuses({
        ProblemType.EXCHANGE_REFUSED,
        ProblemType.ID_IN_USE,
        ProblemType.CLOCK_SKEW,
        ProblemType.OUTCOME_UNKNOWN,
        ProblemType.OVERLOADED,
        ProblemType.READ_ONLY
    })
    CompletionStage<ResponseEntity<MessageView>> send(
            @AuthenticationPrincipal Caller caller,
            @Parameter(schema = @Schema(type = "string", format = "uuid")) @PathVariable String id,
            @RequestBody(required = false) byte @Nullable [] body) {
        ConversationId conversation = PathIds.conversation(id);
        return strangersFirst(
                        caller,
                        conversation,
                        () -> conversations.send(
                                caller.user(),
                                conversation,
                                NewMessage.read(JsonFields.parse(body == null ? NO_BODY : body), limits)))
                .thenApply(outcome -> answer(conversation, outcome));
    }

    @GetMapping("/conversations/{id}/messages")
    @Operation(
            operationId = "listMessages",
            summary = "Messages, for reading",
            description = "In ascending order; their positions have holes where entries of other kinds stand. Without"
                    + " `before` and `after`, the newest page.")
    @ApiResponse(responseCode = "200", description = "A page of messages.", useReturnTypeSchema = true)
    CompletionStage<MessagePage> messages(
            @AuthenticationPrincipal Caller caller,
            @Parameter(schema = @Schema(type = "string", format = "uuid")) @PathVariable String id,
            @ParameterObject PageParameters parameters) {
        ConversationId conversation = PathIds.conversation(id);
        return strangersFirst(
                        caller,
                        conversation,
                        () -> history.messages(caller.user(), conversation, parameters.read(limits)))
                .thenApply(page -> new MessagePage(
                        page.entries().stream()
                                .map(entry -> MessageView.of(conversation, entry))
                                .toList(),
                        page.headSeq().value(),
                        page.more()));
    }

    @GetMapping("/conversations/{id}/entries")
    @Operation(
            operationId = "listEntries",
            summary = "Entries of every kind, without holes",
            description = "In ascending order; a client fills its gaps from here. Without `before` and `after`, the"
                    + " newest page.")
    @ApiResponse(responseCode = "200", description = "A page of entries.", useReturnTypeSchema = true)
    CompletionStage<EntryPage> entries(
            @AuthenticationPrincipal Caller caller,
            @Parameter(schema = @Schema(type = "string", format = "uuid")) @PathVariable String id,
            @ParameterObject PageParameters parameters) {
        ConversationId conversation = PathIds.conversation(id);
        return strangersFirst(
                        caller,
                        conversation,
                        () -> history.entries(caller.user(), conversation, parameters.read(limits)))
                .thenApply(page -> new EntryPage(
                        page.entries().stream()
                                .map(entry -> EntryView.of(conversation, entry))
                                .toList(),
                        page.headSeq().value(),
                        page.more()));
    }

    /** A stranger hears "not found" also for a body or parameters that a member would be corrected on. */
    private <T> CompletionStage<T> strangersFirst(
            Caller caller, ConversationId conversation, Supplier<CompletionStage<T>> request) {
        try {
            return request.get();
        } catch (ProblemException invalid) {
            return conversations.get(caller.user(), conversation).thenApply(member -> {
                throw invalid;
            });
        }
    }

    private static ResponseEntity<MessageView> answer(ConversationId conversation, Outcome outcome) {
        if (outcome instanceof Outcome.Appended appended) {
            return ResponseEntity.status(HttpStatus.CREATED).body(MessageView.of(conversation, appended.entry()));
        } else if (outcome instanceof Outcome.Repeated repeated) {
            return ResponseEntity.ok(MessageView.of(conversation, repeated.first()));
        } else if (outcome instanceof Outcome.Refused refused) {
            throw new ProblemException(Problems.of(refused.refusal()));
        }
        throw new ProblemException(Problems.undecided(outcome).orElseThrow());
    }
}
