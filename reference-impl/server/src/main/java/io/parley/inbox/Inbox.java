package io.parley.inbox;

import io.parley.inbox.InboxRow.ReadMark;
import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import io.parley.log.Turns;
import io.parley.projection.Projection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * Inboxes as this node sees them: what is stored, and over it what this node has committed and not written yet. So who was
 * told of an entry by this node finds it here; what another node committed is here a coalescing interval later. No call
 * blocks; safe for use by several threads.
 */
public final class Inbox {

    private final InboxStore store;
    private final InboxOverlay overlay = new InboxOverlay();
    private final InboxProjection projection;
    private final Duration overlap;

    /**
     * @param previewMax characters of a message that its preview shows
     * @param requestsMax requests under way that keep the rows up to date, of all conversations together
     * @param overlap how far a row's time of writing may lie before a token from which it was not visible: differing clocks
     *     of nodes, and writes on their way
     */
    public Inbox(
            InboxStore store,
            int previewMax,
            int requestsMax,
            Duration overlap,
            Executor executor,
            InstantSource clock) {
        this.store = store;
        this.overlap = overlap;
        this.projection =
                new InboxProjection(store, overlay, previewMax, new Turns(requestsMax, executor), executor, clock);
    }

    /** What keeps the inboxes up to date. */
    public Projection projection() {
        return projection;
    }

    /** The user has read up to there, on whichever device; durable when the stage completes. */
    public CompletionStage<?> read(UserId user, ConversationId conversation, ReadMark read) {
        return store.writeRead(user, conversation, read);
    }

    /** All conversations of a user, in no order. */
    public CompletionStage<Collection<InboxRow>> rows(UserId user) {
        // The overlay first: what leaves it meanwhile is in the store.
        List<InboxChange> due = overlay.changes(user);
        return store.rows(user).thenApply(stored -> merged(user, stored, due).values());
    }

    /**
     * How far conversations are.
     *
     * @param changed the heads of those that were asked for
     * @param count of all conversations of the user
     */
    public record Heads(Map<ConversationId, Seq> changed, int count) {}

    /** The head of each conversation; with a time, only of those that may have changed since. */
    public CompletionStage<Heads> heads(UserId user, Optional<Instant> since) {
        List<InboxChange> due = overlay.changes(user);
        return store.rows(user).thenApply(stored -> {
            List<InboxStore.Stored> changed = since.map(time -> stored.stream()
                            .filter(row -> !row.writtenAt().isBefore(time.minus(overlap)))
                            .toList())
                    .orElse(stored);
            Map<ConversationId, Seq> heads = new HashMap<>();
            merged(user, changed, due)
                    .forEach((id, row) -> heads.put(id, row.head().seq()));
            return new Heads(heads, merged(user, stored, due).size());
        });
    }

    private static Map<ConversationId, InboxRow> merged(
            UserId user, List<InboxStore.Stored> stored, List<InboxChange> due) {
        Map<ConversationId, InboxRow> rows = new HashMap<>();
        stored.forEach(row -> rows.put(row.row().conversation(), row.row()));
        due.forEach(
                change -> rows.compute(change.conversation(), (id, row) -> change.over(user, Optional.ofNullable(row))
                        .orElse(null)));
        return rows;
    }
}
