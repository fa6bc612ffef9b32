package io.parley.conversation.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.parley.account.User;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation in JSON.
 *
 * @param members left out of a group's form in lists and pushed frames
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Conversation")
public record ConversationView(
        @Schema(format = "uuid") String id,
        @Schema(allowableValues = {"direct", "group"}) String type,
        @Nullable String title,
        @Nullable List<MemberView> members,
        int memberCount,
        long headSeq,
        @Schema(format = "date-time") String lastActivityAt,
        @Schema(format = "date-time") String createdAt) {

    /** A member with their role. */
    @Schema(name = "Member")
    public record MemberView(
            User user,
            @Schema(allowableValues = {"owner", "member"}) String role) {}
}
