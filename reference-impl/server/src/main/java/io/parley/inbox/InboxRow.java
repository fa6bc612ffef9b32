package io.parley.inbox;

import io.parley.kernel.ConversationId;
import io.parley.kernel.EntryId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import io.parley.log.ConversationType;
import io.parley.log.Role;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A conversation in a user's inbox. Its three parts come from three positions of the log and are told apart by them: of two
 * versions of a part the one of the higher position holds, so that rows merge in any order. Immutable.
 *
 * @param lastMessage empty while there is none
 * @param read up to where the user has read; empty, nothing yet
 */
public record InboxRow(
        ConversationId conversation, Head head, Optional<LastMessage> lastMessage, Optional<ReadMark> read) {

    /**
     * The conversation as of its head.
     *
     * @param ordinal count of messages up to there
     * @param role the user's own
     * @param peer the other one of a direct conversation
     */
    public record Head(
            Seq seq,
            long ordinal,
            Instant lastActivityAt,
            ConversationType type,
            Optional<String> title,
            Role role,
            int memberCount,
            @Nullable UserId peer,
            Instant createdAt) {}

    /**
     * The last message, in short.
     *
     * @param text its first characters; empty once the message is erased
     */
    public record LastMessage(Seq seq, EntryId id, UserId author, String kind, String text, Instant at) {

        /** Of two forms of one message the erased one holds. */
        private static final Comparator<LastMessage> ORDER =
                Comparator.comparing(LastMessage::seq).thenComparing(LastMessage::isErased);

        /** No message is blank. */
        public boolean isErased() {
            return text.isEmpty();
        }

        /** What stays of it. */
        public LastMessage erased() {
            return new LastMessage(seq, id, author, kind, "", at);
        }
    }

    /** A position that the user has read, with the count of messages up to there. */
    public record ReadMark(Seq seq, long ordinal) {}

    /** Messages that came after what the user has read. */
    public long unreadCount() {
        return Math.max(0, head.ordinal() - read.map(ReadMark::ordinal).orElse(0L));
    }

    /** What both know together. */
    public InboxRow merge(InboxRow other) {
        return new InboxRow(
                conversation,
                other.head.seq().isAfter(head.seq()) ? other.head : head,
                laterMessage(lastMessage, other.lastMessage),
                later(read, other.read, Comparator.comparing(ReadMark::seq)));
    }

    static Optional<LastMessage> laterMessage(Optional<LastMessage> one, Optional<LastMessage> other) {
        return later(one, other, LastMessage.ORDER);
    }

    /** Without the text of the last message, if it is one of these. */
    InboxRow erased(Set<Seq> messages) {
        return new InboxRow(
                conversation,
                head,
                lastMessage.map(message -> messages.contains(message.seq()) ? message.erased() : message),
                read);
    }

    private static <T> Optional<T> later(Optional<T> one, Optional<T> other, Comparator<T> order) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        return order.compare(one.get(), other.get()) < 0 ? other : one;
    }
}
