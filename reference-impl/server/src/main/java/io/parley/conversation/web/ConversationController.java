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
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
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
class ConversationController {

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
            List<ConversationView> conversations, @Nullable String next) {}

    @PostMapping(path = "/conversations", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "createConversation",
            summary = "Create a conversation, or find the one that the same request or pair made before",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = Requests.NewConversationBody.class))))
    @ApiResponse(responseCode = "200", description = "It was there", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "201", description = "It is new", useReturnTypeSchema = true)
    CompletionStage<ResponseEntity<ConversationView>> create(
            @AuthenticationPrincipal Caller caller, @RequestBody byte[] body) {
        NewConversation wanted = NewConversation.read(JsonFields.parse(body), caller.user(), limits);
        return creator.create(caller.user(), wanted)
                .thenApplyAsync(
                        creation -> ResponseEntity.status(creation.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                                .body(views.whole(creation.conversation())),
                        blocking);
    }

    @GetMapping("/conversations")
    @Operation(operationId = "listConversations", summary = "One's conversations, newest activity first")
    CompletionStage<ConversationPage> list(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "200"))
                    @RequestParam(required = false)
                    @Nullable
                    String limit) {
        Optional<ListCursor> start = Optional.ofNullable(cursor).map(ConversationController::parse);
        return list.page(caller.user(), start, PageRequest.limit(limit, limits.page()))
                .thenApplyAsync(
                        page -> new ConversationPage(
                                views.brief(page.conversations()),
                                page.next().map(ListCursor::text).orElse(null)),
                        blocking);
    }

    @GetMapping("/conversations/{id}")
    @Operation(operationId = "getConversation", summary = "One conversation with its members")
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
