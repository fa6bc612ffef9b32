package io.parley.conversation.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.parley.account.User;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation in JSON.
 *
 * @param members left out of a group's form in lists and pushed frames
 * @param unreadCount in lists only
 * @param lastMessage in lists only
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Conversation")
public record ConversationView(
        @Schema(format = "uuid") String id,
        @Schema(allowableValues = {"direct", "group"}) String type,

        @Schema(description = "Of a group that has one.") @Nullable
        String title,

        @ArraySchema(arraySchema = @Schema(description = "A list leaves a group's members out: read the group itself."))
        @Nullable
        List<MemberView> members,

        @Schema(minimum = "1", example = "3") int memberCount,

        @Schema(minimum = "1", description = "The position of the last entry.", example = "17")
        long headSeq,

        @Schema(format = "date-time", description = "When the last entry came.")
        String lastActivityAt,

        @Schema(format = "date-time") String createdAt,

        @Schema(
                minimum = "0",
                description = "In lists: messages after what the caller has read on any device, or sent.",
                example = "2")
        @Nullable
        Long unreadCount,

        @Schema(description = "In lists, once there is one.") @Nullable
        LastMessageView lastMessage) {

    /** A member with their role. */
    @Schema(name = "Member")
    public record MemberView(
            User user,
            @Schema(allowableValues = {"owner", "member"}) String role) {}
}
