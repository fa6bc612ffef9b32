package io.parley.log;

import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import java.util.Optional;

/**
 * Who may say what about an earlier message: its author edits it, for a while; author or an owner deletes it; any member
 * reacts. Judged by the message's envelope, which never changes (INV-2).
 */
final class MessageRules {

    private final long editEntriesMax;

    MessageRules(long editEntriesMax) {
        this.editEntriesMax = editEntriesMax;
    }

    /**
     * The first objection to a change by a member.
     *
     * @param target the entry at the change's position, if one stands there
     */
    Optional<Refusal> check(ConversationState state, UserId author, MessageChange change, Optional<Entry> target) {
        Optional<Entry.Envelope> message = target.filter(Entry::isMessage).map(Entry::envelope);
        if (message.isEmpty()) {
            return Optional.of(new Refusal.NoSuchMessage());
        }
        boolean own = message.get().author().equals(author);
        if (change instanceof MessageChange.Edit edit) {
            return own ? inTime(state, edit) : Optional.of(new Refusal.NotTheAuthor());
        }
        boolean forbidden = change instanceof MessageChange.Deletion
                && !own
                && !state.roster().isOwner(author);
        return forbidden ? Optional.of(new Refusal.NotAnOwner()) : Optional.empty();
    }

    /** The edit would stand at the next position. */
    private Optional<Refusal> inTime(ConversationState state, MessageChange.Edit edit) {
        Seq last = edit.target().plus(editEntriesMax);
        return state.head().next().isAfter(last)
                ? Optional.of(new Refusal.TooLateToEdit(editEntriesMax))
                : Optional.empty();
    }
}
