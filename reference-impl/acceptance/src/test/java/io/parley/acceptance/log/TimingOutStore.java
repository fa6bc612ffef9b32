package io.parley.acceptance.log;

import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.log.Entry;
import io.parley.log.LogStore;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * The real store behind a line that loses things: some proposals never arrive, the answers of some never come back, and
 * some arrive after their sender has given up waiting. All three look the same to the log: unknown.
 */
final class TimingOutStore implements LogStore {

    private static final int ONE_IN = 5;
    private static final long LATE_MILLIS = 20;

    private final LogStore store;
    private final Random random;

    TimingOutStore(LogStore store, long seed) {
        this.store = store;
        this.random = new Random(seed);
    }

    @Override
    public CompletionStage<Append> append(ConversationId conversation, long bucket, List<Entry> entries) {
        if (random.nextInt(ONE_IN) > 0) {
            return store.append(conversation, bucket, entries);
        }
        return switch (random.nextInt(3)) {
            case 0 -> CompletableFuture.completedFuture(Append.UNKNOWN);
            case 1 -> store.append(conversation, bucket, entries).thenApply(written -> Append.UNKNOWN);
            default -> {
                Executor late = CompletableFuture.delayedExecutor(LATE_MILLIS, TimeUnit.MILLISECONDS);
                late.execute(() -> store.append(conversation, bucket, entries));
                yield CompletableFuture.completedFuture(Append.UNKNOWN);
            }
        };
    }

    @Override
    public CompletionStage<List<Entry>> read(
            ConversationId conversation, long bucket, Seq from, Seq to, Consistency consistency) {
        return store.read(conversation, bucket, from, to, consistency);
    }

    @Override
    public CompletionStage<List<IdAt>> ids(ConversationId conversation, long bucket, Seq from, Seq to) {
        return store.ids(conversation, bucket, from, to);
    }

    @Override
    public CompletionStage<?> erase(ConversationId conversation, long bucket, Seq seq) {
        return store.erase(conversation, bucket, seq);
    }

    @Override
    public CompletionStage<Optional<Snapshot>> latestSnapshot(ConversationId conversation) {
        return store.latestSnapshot(conversation);
    }

    @Override
    public CompletionStage<?> saveSnapshot(ConversationId conversation, Snapshot snapshot) {
        return store.saveSnapshot(conversation, snapshot);
    }
}
