package io.parley.conversation.web;

import io.parley.account.Caller;
import io.parley.conversation.ConversationCreator;
import io.parley.conversation.ConversationList;
import io.parley.conversation.Conversations;
import io.parley.conversation.ListCursor;
import io.parley.conversation.NewConversation;
import io.parley.conversation.PageRequest;
import io.parley.limits.Limits;
import io.parley.problem.JsonFields;
import io.parley.problem.Problem;
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
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Create, list and look up conversations (MSG-1, MSG-2). */
@RestController
@Tag(name = "conversation")
class ConversationController {

    private static final byte[] NO_BODY = {};

    private final ConversationCreator creator;
    private final ConversationList list;
    private final Conversations conversations;
    private final ConversationViews views;
    private final Limits limits;
    private final Executor blocking;

    ConversationController(
            ConversationCreator creator,
            ConversationList list,
            Conversations conversations,
            ConversationViews views,
            Limits limits,
            @Qualifier("applicationTaskExecutor") Executor blocking) {
        this.creator = creator;
        this.list = list;
        this.conversations = conversations;
        this.views = views;
        this.limits = limits;
        this.blocking = blocking;
    }

    /** A page of the list. */
    record ConversationPage(
            List<ConversationView> conversations,

            @Schema(description = "The `cursor` of the following page, if there is one.") @Nullable
            String next) {}

    @PostMapping(path = "/conversations", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "createConversation",
            summary = "Create a conversation, or find the one that was there",
            description = "The same id, creator and body again, or the same direct pair from either side, find the"
                    + " conversation that was made first. Any other use of an id is a conflict.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = Requests.NewConversationBody.class))))
    @ApiResponse(
            responseCode = "200",
            description = "It was there: the same request or the same pair made it before.",
            useReturnTypeSchema = true)
    @ApiResponse(responseCode = "201", description = "It is new.", useReturnTypeSchema = true)
    @Refuses({
        ProblemType.EXCHANGE_REFUSED,
        ProblemType.ID_IN_USE,
        ProblemType.CLOCK_SKEW,
        ProblemType.OUTCOME_UNKNOWN,
        ProblemType.OVERLOADED
    })
    CompletionStage<ResponseEntity<ConversationView>> create(
            @AuthenticationPrincipal Caller caller, @RequestBody(required = false) byte @Nullable [] body) {
        NewConversation wanted =
                NewConversation.read(JsonFields.parse(body == null ? NO_BODY : body), caller.user(), limits);
        return creator.create(caller.user(), wanted)
                .thenApplyAsync(
                        creation -> ResponseEntity.status(creation.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                                .body(views.whole(creation.conversation())),
                        blocking);
    }

    @GetMapping("/conversations")
    @Operation(
            operationId = "listConversations",
            summary = "One's conversations, newest activity first",
            description = "What becomes active while the pages are read arrives by push or `resume` on the WebSocket.")
    @ApiResponse(responseCode = "200", description = "A page of the list.", useReturnTypeSchema = true)
    CompletionStage<ConversationPage> list(
            @AuthenticationPrincipal Caller caller,
            @Parameter(description = "The `next` of the page before; without it, the first page.")
                    @RequestParam(required = false)
                    @Nullable
                    String cursor,
            @Parameter(description = "Length of the page, at most.", schema = @Schema(type = "integer", minimum = "1"))
                    @RequestParam(required = false)
                    @Nullable
                    String limit) {
        Optional<ListCursor> start = Optional.ofNullable(cursor).map(ConversationController::parse);
        return list.page(caller.user(), start, PageRequest.limit(limit, limits.page()))
                .thenApplyAsync(
                        page -> new ConversationPage(
                                views.listed(caller.user(), page.rows()),
                                page.next().map(ListCursor::text).orElse(null)),
                        blocking);
    }

    @GetMapping("/conversations/{id}")
    @Operation(operationId = "getConversation", summary = "One conversation with its members")
    @ApiResponse(responseCode = "200", description = "The conversation as it is now.", useReturnTypeSchema = true)
    CompletionStage<ConversationView> get(
            @AuthenticationPrincipal Caller caller,
            @Parameter(schema = @Schema(type = "string", format = "uuid")) @PathVariable String id) {
        return conversations.get(caller.user(), PathIds.conversation(id)).thenApplyAsync(views::whole, blocking);
    }

    private static ListCursor parse(String cursor) {
        try {
            return ListCursor.parse(cursor);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.invalidField("cursor", "the next of an earlier page"));
        }
    }
}
