package io.parley.conversation;

import io.parley.kernel.ConversationId;
import io.parley.kernel.UserId;
import io.parley.limits.Limits;
import io.parley.log.ConversationType;
import io.parley.problem.JsonFields;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a user asks for with {@code POST /conversations}: read and checked but for whether the users exist.
 *
 * @param id chosen by the client, or missing
 * @param title of a group; a direct conversation's is ignored
 * @param others the members beside the creator, each once
 */
public record NewConversation(
        Optional<ConversationId> id,
        ConversationType type,
        @Nullable String title,
        List<UserId> others) {

    /**
     * Reads the body.
     *
     * @throws io.parley.problem.ProblemException for a member that is missing or out of range (400)
     */
    public static NewConversation read(JsonFields body, UserId creator, Limits limits) {
        ConversationType type = type(body);
        List<UserId> others = body.userIds("members");
        boolean repeated = new HashSet<>(others).size() < others.size();
        if (repeated || others.contains(creator) || !fits(type, others.size(), limits.conversation())) {
            throw body.invalid("members", expected(type, limits.conversation()));
        }
        String title = type == ConversationType.GROUP ? title(body, limits.conversation()) : null;
        return new NewConversation(body.optionalNewConversationId("id"), type, title, List.copyOf(others));
    }

    private static ConversationType type(JsonFields body) {
        return switch (body.text("type")) {
            case "direct" -> ConversationType.DIRECT;
            case "group" -> ConversationType.GROUP;
            default -> throw body.invalid("type", "direct or group");
        };
    }

    private static boolean fits(ConversationType type, int others, Limits.Conversation limits) {
        return type == ConversationType.DIRECT
                ? others == 1
                : others >= limits.groupOthersMin() && others < limits.membersMax();
    }

    static String expected(ConversationType type, Limits.Conversation limits) {
        String count = type == ConversationType.DIRECT
                ? "exactly one other user"
                : limits.groupOthersMin() + " to " + (limits.membersMax() - 1) + " other users";
        return count + ", each known, named once";
    }

    private static @Nullable String title(JsonFields body, Limits.Conversation limits) {
        String title = body.optionalText("title").orElse(null);
        if (title != null
                && (title.isBlank()
                        || title.codePointCount(0, title.length()) > limits.titleCharsMax()
                        || !Texts.isUnicode(title))) {
            throw body.invalid("title", "1 to " + limits.titleCharsMax() + " characters, not blank");
        }
        return title;
    }
}
