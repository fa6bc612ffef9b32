package io.parley.inbox;

import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import io.parley.log.ConversationState;
import io.parley.log.Entry;
import io.parley.log.Turns;
import io.parley.projection.InParallel;
import io.parley.projection.Projection;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes the rows of all members, removes those of who left, and erases what they show of deleted messages (MSG-14). */
final class InboxProjection implements Projection {

    /** Writes of one conversation in line at the same time: the next waits behind those of other conversations. */
    private static final int OF_ONE_MAX = 1;

    private final InboxStore store;
    private final InboxOverlay overlay;
    private final int previewMax;
    private final Turns turns;
    private final Executor executor;
    private final InstantSource clock;

    InboxProjection(
            InboxStore store,
            InboxOverlay overlay,
            int previewMax,
            Turns turns,
            Executor executor,
            InstantSource clock) {
        this.store = store;
        this.overlay = overlay;
        this.previewMax = previewMax;
        this.turns = turns;
        this.executor = executor;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "inbox";
    }

    @Override
    public void expect(ConversationId conversation, List<Entry> entries, ConversationState state) {
        overlay.add(InboxChange.of(conversation, entries, state, previewMax));
    }

    @Override
    public CompletionStage<?> apply(ConversationId conversation, List<Entry> entries, ConversationState state) {
        return write(InboxChange.of(conversation, entries, state, previewMax));
    }

    @Override
    public void reached(ConversationId conversation, Seq head) {
        overlay.written(conversation, head);
    }

    /** Rows show the head, whatever the step: what many steps change is written once. */
    @Override
    public Steps steps(ConversationId conversation, ConversationState state) {
        return new Steps() {

            private @Nullable InboxChange before;

            @Override
            public CompletionStage<Boolean> apply(List<Entry> entries) {
                InboxChange here = InboxChange.of(conversation, entries, state, previewMax);
                InboxChange all = before == null ? here : before.plus(here);
                if (state.head().isAfter(last(entries))) {
                    before = all;
                    return CompletableFuture.completedFuture(false);
                }
                return write(all).thenApply(done -> true);
            }
        };
    }

    private static Seq last(List<Entry> entries) {
        return entries.get(entries.size() - 1).seq();
    }

    /** The time of a row is that of its turn: who resumes would take one that shows when it began to wait for known. */
    private CompletionStage<?> write(InboxChange change) {
        return inTurn(store.together(change.members()), members -> store.write(change.rowsOf(members), clock.instant()))
                .thenComposeAsync(done -> remove(change), executor)
                .thenComposeAsync(done -> erasePreviews(change), executor);
    }

    private CompletionStage<?> remove(InboxChange change) {
        return inTurn(
                store.together(change.left().keySet()),
                users -> store.remove(change.conversation(), change.leftOf(users)));
    }

    private record Preview(List<UserId> users, Seq message) {}

    private CompletionStage<?> erasePreviews(InboxChange change) {
        List<Preview> previews = change.erased().stream()
                .sorted()
                .flatMap(message -> store.together(change.members()).stream().map(users -> new Preview(users, message)))
                .toList();
        return inTurn(
                previews, preview -> store.erasePreview(preview.users(), change.conversation(), preview.message()));
    }

    /** Rows have time; the appends of all conversations share the store with them. */
    private <T> CompletionStage<?> inTurn(List<T> requests, Function<T, CompletionStage<?>> request) {
        return InParallel.forEach(
                requests,
                OF_ONE_MAX,
                executor,
                each -> turns.take(1, () -> request.apply(each).thenApply(done -> each)));
    }
}
