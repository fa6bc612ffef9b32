package io.parley.inbox;

import io.parley.inbox.InboxRow.Head;
import io.parley.inbox.InboxRow.LastMessage;
import io.parley.inbox.InboxRow.ReadMark;
import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import io.parley.log.Content;
import io.parley.log.ConversationState;
import io.parley.log.ConversationType;
import io.parley.log.Entry;
import io.parley.log.GroupChange;
import io.parley.log.MessageChange;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What entries of one conversation change in the inboxes of its members: the head for all, the last message for all, and for
 * its author the read mark. Who left has no row any more. Immutable.
 *
 * @param state folded at least up to the last of the entries
 * @param erased positions of messages that were deleted; not before the last message, which takes the place of those in a row
 * @param left who left, and at which position last
 */
record InboxChange(
        ConversationId conversation,
        ConversationState state,
        Optional<LastMessage> lastMessage,
        Map<UserId, ReadMark> read,
        Set<Seq> erased,
        Map<UserId, Seq> left) {

    /** @param state folded at least up to the last of the entries */
    static InboxChange of(ConversationId conversation, List<Entry> entries, ConversationState state, int previewMax) {
        Optional<Entry> last = Optional.empty();
        Map<UserId, ReadMark> read = new HashMap<>();
        Set<Seq> erased = new HashSet<>();
        Map<UserId, Seq> left = new HashMap<>();
        for (Entry entry : entries) {
            ReadMark here = new ReadMark(entry.seq(), entry.envelope().ordinal());
            if (entry.isMessage()) {
                last = Optional.of(entry);
                // Who writes has read.
                read.put(entry.envelope().author(), here);
            } else if (entry.isKept()) {
                Content content = entry.content().orElse(null);
                if (content instanceof MessageChange.Deletion deletion) {
                    erased.add(deletion.target());
                } else if (content instanceof GroupChange.Membership change) {
                    change.removed().forEach(user -> left.put(user, entry.seq()));
                    // Nothing that was said before is unread to who comes.
                    change.added().keySet().forEach(user -> read.put(user, here));
                }
            }
        }
        return of(
                conversation,
                state,
                last.map(message -> preview(message, previewMax)),
                Map.copyOf(read),
                erased,
                Map.copyOf(left));
    }

    private static InboxChange of(
            ConversationId conversation,
            ConversationState state,
            Optional<LastMessage> last,
            Map<UserId, ReadMark> read,
            Set<Seq> erased,
            Map<UserId, Seq> left) {
        return new InboxChange(
                conversation,
                state,
                last.map(message -> erased.contains(message.seq()) ? message.erased() : message),
                read,
                erased.stream()
                        .filter(message -> last.isEmpty() || !last.get().seq().isAfter(message))
                        .collect(Collectors.toUnmodifiableSet()),
                left);
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
        return of(
                conversation,
                other.state.head().isAfter(state.head()) ? other.state : state,
                InboxRow.laterMessage(lastMessage, other.lastMessage),
                Map.copyOf(marks),
                union(erased, other.erased),
                left(other));
    }

    private static Set<Seq> union(Set<Seq> some, Set<Seq> others) {
        Set<Seq> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }

    /** Who is in the older state and not in the newer one left, though perhaps no entry here says so. */
    private Map<UserId, Seq> left(InboxChange other) {
        Map<UserId, Seq> all = new HashMap<>(left);
        other.left.forEach((user, seq) -> all.merge(user, seq, (a, b) -> b.isAfter(a) ? b : a));
        Stream.of(this, other)
                .flatMap(each -> each.members().stream())
                .filter(user -> !state.isMember(user) || !other.state.isMember(user))
                .forEach(user -> all.putIfAbsent(user, Seq.NONE));
        return Map.copyOf(all);
    }

    /** Everybody whose inbox this changes. */
    Set<UserId> concerned() {
        Set<UserId> all = new HashSet<>(members());
        all.addAll(left.keySet());
        return all;
    }

    /** What a user has when this is laid over what is stored; empty if that is nothing. */
    Optional<InboxRow> over(UserId user, Optional<InboxRow> stored) {
        if (!state.isMember(user)) {
            // Somebody else may have seen them come back.
            return stored.filter(row -> row.head().seq().isAfter(state.head()));
        }
        InboxRow row = rowOf(user);
        return Optional.of(stored.map(row::merge).orElse(row).erased(erased));
    }

    Set<UserId> members() {
        return state.members().keySet();
    }

    /** At which position each of these left. */
    Map<UserId, Seq> leftOf(Collection<UserId> some) {
        return some.stream()
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(), user -> Objects.requireNonNull(left.get(user))));
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
