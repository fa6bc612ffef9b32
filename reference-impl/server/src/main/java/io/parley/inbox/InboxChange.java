package io.parley.inbox;

import io.parley.inbox.InboxRow.Head;
import io.parley.inbox.InboxRow.LastMessage;
import io.parley.inbox.InboxRow.ReadMark;
import io.parley.kernel.ConversationId;
import io.parley.kernel.UserId;
import io.parley.log.Content;
import io.parley.log.ConversationState;
import io.parley.log.ConversationType;
import io.parley.log.Entry;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What entries of one conversation change in the inboxes of its members: the head for all, the last message for all, and for
 * its author the read mark. Immutable.
 */
record InboxChange(
        ConversationId conversation,
        ConversationState state,
        Optional<LastMessage> lastMessage,
        Map<UserId, ReadMark> read) {

    /** @param state folded at least up to the last of the entries */
    static InboxChange of(ConversationId conversation, List<Entry> entries, ConversationState state, int previewMax) {
        Optional<Entry> last = Optional.empty();
        Map<UserId, ReadMark> read = new HashMap<>();
        for (Entry entry : entries) {
            if (entry.isMessage()) {
                last = Optional.of(entry);
                // Who writes has read.
                read.put(
                        entry.envelope().author(),
                        new ReadMark(entry.seq(), entry.envelope().ordinal()));
            }
        }
        return new InboxChange(
                conversation, state, last.map(message -> preview(message, previewMax)), Map.copyOf(read));
    }

    private static LastMessage preview(Entry entry, int previewMax) {
        String text = entry.content().orElse(null) instanceof Content.Text message ? message.text() : "";
        return new LastMessage(
                entry.seq(),
                entry.id(),
                entry.envelope().author(),
                entry.envelope().kind(),
                first(text, previewMax),
                entry.envelope().at());
    }

    /** The first characters as people count them: no half of a surrogate pair. */
    private static String first(String text, int max) {
        int count = Math.min(max, text.codePointCount(0, text.length()));
        return text.substring(0, text.offsetByCodePoints(0, count));
    }

    /** Both changes, whichever came first. */
    InboxChange plus(InboxChange other) {
        Map<UserId, ReadMark> marks = new HashMap<>(read);
        other.read.forEach(
                (user, mark) -> marks.merge(user, mark, (a, b) -> b.seq().isAfter(a.seq()) ? b : a));
        return new InboxChange(
                conversation,
                other.state.head().isAfter(state.head()) ? other.state : state,
                InboxRow.later(lastMessage, other.lastMessage, Comparator.comparing(LastMessage::seq)),
                Map.copyOf(marks));
    }

    Set<UserId> members() {
        return state.members().keySet();
    }

    /** The rows of some members, as far as this change tells. */
    Map<UserId, InboxRow> rowsOf(Collection<UserId> some) {
        return some.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), this::rowOf));
    }

    /** The row of a member, as far as this change tells. */
    InboxRow rowOf(UserId member) {
        Head head = new Head(
                state.head(),
                state.ordinal(),
                state.lastActivityAt(),
                state.type(),
                state.title(),
                Objects.requireNonNull(state.members().get(member)),
                state.members().size(),
                peer(member),
                state.createdAt());
        return new InboxRow(conversation, head, lastMessage, Optional.ofNullable(read.get(member)));
    }

    private @Nullable UserId peer(UserId member) {
        if (state.type() != ConversationType.DIRECT) {
            return null;
        }
        return state.members().keySet().stream()
                .filter(other -> !other.equals(member))
                .findFirst()
                .orElse(null);
    }
}
