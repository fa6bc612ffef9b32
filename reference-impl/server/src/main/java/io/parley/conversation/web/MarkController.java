package io.parley.conversation.web;

import io.parley.account.Caller;
import io.parley.conversation.Conversations;
import io.parley.conversation.Marks;
import io.parley.conversation.NewMark;
import io.parley.kernel.ConversationId;
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
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Delivered and read (MSG-10). */
@RestController
@Tag(name = "message")
class MarkController {

    private static final byte[] NO_BODY = {};

    private final Marks marks;
    private final Conversations conversations;

    MarkController(Marks marks, Conversations conversations) {
        this.marks = marks;
        this.conversations = conversations;
    }

    /** How far the members are, ordered by id, and all of them. */
    record ConversationMarks(List<MarkViews.MemberMark> marks, MarkViews.LowestMark all) {}

    @PutMapping(path = "/conversations/{id}/marks", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "reportMarks",
            summary = "Tell how far this device is; it is durable when this answers",
            description =
                    "A position says that everything up to it has reached the device, or has been shown on it; what is"
                            + " read counts as delivered. A mark at or below the one that is held changes nothing, so it may be"
                            + " repeated and may come late.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = Requests.NewMarkBody.class))))
    @ApiResponse(responseCode = "204", description = "The device's marks are at least that high.")
    @Refuses(ProblemType.ABOVE_HEAD)
    CompletionStage<ResponseEntity<Void>> report(
            @AuthenticationPrincipal Caller caller,
            @Parameter(schema = @Schema(type = "string", format = "uuid")) @PathVariable String id,
            @RequestBody(required = false) byte @Nullable [] body) {
        ConversationId conversation = PathIds.conversation(id);
        NewMark mark;
        try {
            mark = NewMark.read(JsonFields.parse(body == null ? NO_BODY : body));
        } catch (ProblemException invalid) {
            // Who is not a member is not corrected, but told that there is no such conversation.
            return conversations.get(caller.user(), conversation).thenApply(member -> {
                throw invalid;
            });
        }
        return marks.report(caller, conversation, mark)
                .thenCompose(Marks.Taken::durable)
                .thenApply(done -> ResponseEntity.status(HttpStatus.NO_CONTENT).build());
    }

    @GetMapping("/conversations/{id}/marks")
    @Operation(
            operationId = "listMarks",
            summary = "How far the members are",
            description =
                    "Whether a message was delivered to somebody, and read by them, follows by comparing its position with"
                            + " theirs. Sending moves the author's own marks.")
    @ApiResponse(responseCode = "200", description = "The marks of all members.", useReturnTypeSchema = true)
    CompletionStage<ConversationMarks> marks(
            @AuthenticationPrincipal Caller caller,
            @Parameter(schema = @Schema(type = "string", format = "uuid")) @PathVariable String id) {
        return marks.get(caller.user(), PathIds.conversation(id))
                .thenApply(found -> new ConversationMarks(MarkViews.of(found.byMember()), MarkViews.of(found.all())));
    }
}
