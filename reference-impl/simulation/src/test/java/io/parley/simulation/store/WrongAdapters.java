package io.parley.simulation.store;

import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.log.Entry;
import io.parley.log.LogStore;
import io.parley.simulation.engine.Chance;
import io.parley.simulation.engine.Scheduler;
import io.parley.simulation.engine.SimulatedProcess;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The kit run over adapters that each break one promise. */
final class WrongAdapters {

    private static final SimulatedProcess NOBODY =
            new SimulatedProcess("nobody", new Scheduler(), new Chance(1), Duration.ZERO, 1);

    private WrongAdapters() {}

    /** A right adapter, for the promises that are kept. */
    private static class Wrong implements LogStore {

        private final FairCluster fair;

        Wrong(FairCluster fair) {
            this.fair = fair;
        }

        Partition partition(ConversationId conversation, long bucket) {
            return fair.cluster().partition(conversation, bucket);
        }

        static void write(Partition partition, List<Entry> entries) {
            partition.write(new Proposal(entries, NOBODY), true);
        }

        @Override
        public CompletionStage<Append> append(ConversationId conversation, long bucket, List<Entry> entries) {
            return fair.store().append(conversation, bucket, entries);
        }

        @Override
        public CompletionStage<List<Entry>> read(
                ConversationId conversation, long bucket, Seq from, Seq to, Consistency consistency) {
            return fair.store().read(conversation, bucket, from, to, consistency);
        }

        @Override
        public CompletionStage<List<IdAt>> ids(ConversationId conversation, long bucket, Seq from, Seq to) {
            return fair.store().ids(conversation, bucket, from, to);
        }

        @Override
        public CompletionStage<?> erase(ConversationId conversation, long bucket, Seq seq) {
            return fair.store().erase(conversation, bucket, seq);
        }

        @Override
        public CompletionStage<Optional<Snapshot>> latestSnapshot(ConversationId conversation) {
            return fair.store().latestSnapshot(conversation);
        }

        @Override
        public CompletionStage<?> saveSnapshot(ConversationId conversation, Snapshot snapshot) {
            return fair.store().saveSnapshot(conversation, snapshot);
        }
    }

    static class Overwriting extends SimulatedLogStoreTest {

        @Override
        protected LogStore store() {
            return new Wrong(fair()) {
                @Override
                public CompletionStage<Append> append(ConversationId conversation, long bucket, List<Entry> entries) {
                    write(partition(conversation, bucket), entries);
                    return CompletableFuture.completedFuture(Append.APPLIED);
                }
            };
        }
    }

    static class Keeping extends SimulatedLogStoreTest {

        @Override
        protected LogStore store() {
            return new Wrong(fair()) {
                @Override
                public CompletionStage<?> erase(ConversationId conversation, long bucket, Seq seq) {
                    return CompletableFuture.completedFuture(seq);
                }
            };
        }
    }

    static class IdsOfContents extends SimulatedLogStoreTest {

        @Override
        protected LogStore store() {
            return new Wrong(fair()) {
                @Override
                public CompletionStage<List<IdAt>> ids(ConversationId conversation, long bucket, Seq from, Seq to) {
                    return read(conversation, bucket, from, to, Consistency.QUORUM)
                            .thenApply(entries -> entries.stream()
                                    .filter(entry -> entry.body() != null)
                                    .map(entry -> new IdAt(entry.seq(), entry.id()))
                                    .toList());
                }
            };
        }
    }

    static class PartWriting extends SimulatedLogStoreTest {

        @Override
        protected LogStore store() {
            return new Wrong(fair()) {
                @Override
                public CompletionStage<Append> append(ConversationId conversation, long bucket, List<Entry> entries) {
                    Partition partition = partition(conversation, bucket);
                    List<Entry> free = entries.stream()
                            .filter(entry ->
                                    partition.rows(entry.seq(), entry.seq()).isEmpty())
                            .toList();
                    write(partition, free);
                    return CompletableFuture.completedFuture(
                            free.size() == entries.size() ? Append.APPLIED : Append.LOST);
                }
            };
        }
    }

    static class Reopening extends SimulatedLogStoreTest {

        @Override
        protected void retire(ConversationId log, long bucket) {
            // Forgotten.
        }
    }

    static class LastSnapshot extends SimulatedLogStoreTest {

        private final Map<ConversationId, LogStore.Snapshot> last = new HashMap<>();

        @Override
        protected LogStore store() {
            return new Wrong(fair()) {
                @Override
                public CompletionStage<?> saveSnapshot(ConversationId conversation, Snapshot snapshot) {
                    return CompletableFuture.completedFuture(last.put(conversation, snapshot));
                }

                @Override
                public CompletionStage<Optional<Snapshot>> latestSnapshot(ConversationId conversation) {
                    return CompletableFuture.completedFuture(Optional.ofNullable(last.get(conversation)));
                }
            };
        }
    }
}
