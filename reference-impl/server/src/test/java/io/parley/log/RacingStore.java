package io.parley.log;

import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The log of one conversation, of which each load waits until a call answers it. Lincheck counts each call of this as one step,
 * which it can do only for a class that stands alone.
 */
final class RacingStore extends InertStore {

    /** The same each time, so that the orders are. */
    static final ConversationId CONVERSATION = new ConversationId(new UUID(0x7000, 1));

    /** A conversation that is created and has a message. */
    private static final List<Entry> ENTRIES = entries();

    record Asked(List<Entry> found, CompletableFuture<List<Entry>> answer) {}

    private final Deque<Asked> asked = new ArrayDeque<>();
    private final LogSettings settings = Given.settings();
    private int head = 1;
    private boolean twice;

    StateLoader loader() {
        EntryReads reads = new EntryReads(this, settings, Given.runtime(Runnable::run, () -> Given.NOW));
        LogReader reader = new LogReader(reads, new Buckets(settings.bucketEntries()));
        return new StateLoader(this, reads, reader, new StateCache(1 << 20, Runnable::run), settings, Runnable::run);
    }

    long head() {
        return head;
    }

    void append() {
        head = Math.min(head + 1, ENTRIES.size());
    }

    @Nullable
    Asked next() {
        return asked.poll();
    }

    void answerAll() {
        for (Asked next = next(); next != null; next = next()) {
            next.answer().complete(next.found());
        }
    }

    boolean isReadTwice() {
        return twice;
    }

    CompletableFuture<List<Entry>> loads() {
        twice |= !asked.isEmpty();
        Asked next = new Asked(ENTRIES.subList(0, head), new CompletableFuture<>());
        asked.add(next);
        return next.answer();
    }

    /** A load ends with its serial read; a glance behind what is there already is no load. */
    @Override
    public CompletionStage<List<Entry>> read(
            ConversationId conversation, long bucket, Seq from, Seq to, Consistency consistency) {
        return consistency == Consistency.SERIAL
                ? loads()
                : CompletableFuture.completedFuture(ENTRIES.subList((int) Math.min(head, from.value() - 1), head));
    }

    @Override
    public CompletionStage<Optional<Snapshot>> latestSnapshot(ConversationId conversation) {
        return CompletableFuture.completedFuture(Optional.empty());
    }

    private static List<Entry> entries() {
        List<Entry> all = new ArrayList<>();
        ConversationState state = Given.nothing();
        for (Command next : List.of(Given.creation(), Given.message(Given.anyId(), Given.ANN, "one"))) {
            Draft draft = Given.draft(state, List.of(next));
            all.addAll(draft.entries());
            state = draft.state();
        }
        return List.copyOf(all);
    }
}
