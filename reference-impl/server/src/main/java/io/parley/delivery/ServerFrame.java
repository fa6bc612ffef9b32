package io.parley.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.parley.account.Device;
import io.parley.account.User;
import io.parley.conversation.web.ConversationView;
import io.parley.conversation.web.EntryView;
import io.parley.conversation.web.MarkViews.LowestMark;
import io.parley.conversation.web.MarkViews.MemberMark;
import io.parley.problem.Problem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A frame to a client; its JSON begins with the {@code type} that is registered here. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ServerFrame.Authenticated.class, name = "authenticated"),
    @JsonSubTypes.Type(value = ServerFrame.Heads.class, name = "heads"),
    @JsonSubTypes.Type(value = ServerFrame.Accepted.class, name = "accepted"),
    @JsonSubTypes.Type(value = ServerFrame.Refused.class, name = "refused"),
    @JsonSubTypes.Type(value = ServerFrame.Unknown.class, name = "unknown"),
    @JsonSubTypes.Type(value = ServerFrame.Pong.class, name = "pong"),
    @JsonSubTypes.Type(value = ServerFrame.NewEntry.class, name = "entry"),
    @JsonSubTypes.Type(value = ServerFrame.ChangedConversation.class, name = "conversation"),
    @JsonSubTypes.Type(value = ServerFrame.Marks.class, name = "marks"),
    @JsonSubTypes.Type(value = ServerFrame.Resync.class, name = "resync"),
    @JsonSubTypes.Type(value = ServerFrame.Failed.class, name = "problem")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
sealed interface ServerFrame {

    /** The socket speaks for this user and device; pushes follow. */
    record Authenticated(User user, Device device, String serverTime) implements ServerFrame {}

    /**
     * Heads of conversations; lower bounds.
     *
     * @param token in the last frame of an answer to {@code resume}
     * @param count of all conversations of the user, in the last frame of an answer
     */
    record Heads(
            Map<String, Long> heads,
            @Nullable String token,
            @Nullable Integer count) implements ServerFrame {

        Heads(Map<String, Long> heads, @Nullable String token) {
            this(heads, token, null);
        }
    }

    /** The message stands in the log at {@code seq}. */
    record Accepted(String conversationId, String id, long seq) implements ServerFrame {}

    /** This attempt put nothing into the log. */
    record Refused(String conversationId, String id, Problem problem) implements ServerFrame {}

    /** It may or may not; a repeat with the same id tells. */
    record Unknown(String conversationId, String id) implements ServerFrame {}

    /** Answers a ping. */
    record Pong(String serverTime) implements ServerFrame {}

    /** An entry of one of the user's conversations. */
    record NewEntry(String conversationId, EntryView entry) implements ServerFrame {}

    /** A conversation that appeared or changed. */
    record ChangedConversation(ConversationView conversation) implements ServerFrame {}

    /**
     * Marks that moved.
     *
     * @param all how far all members are
     */
    record Marks(String conversationId, List<MemberMark> marks, LowestMark all) implements ServerFrame {}

    /** Frames were dropped: ask for the heads again. */
    record Resync() implements ServerFrame {}

    /**
     * What was wrong with a frame that belongs to no send.
     *
     * @param conversationId of a mark that was refused or not written
     */
    record Failed(@Nullable String conversationId, Problem problem) implements ServerFrame {

        Failed(Problem problem) {
            this(null, problem);
        }
    }
}
