package io.parley.simulation.store;

import io.parley.kernel.ConversationId;
import io.parley.projection.MarkerStore;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The kit of markers run over adapters that each break one promise. */
final class WrongMarkers {

    private static final int ALL = 1000;

    private WrongMarkers() {}

    /** A right adapter, for the promises that are kept. */
    private static class Wrong implements MarkerStore {

        private final MarkerStore right;

        Wrong(MarkerStore right) {
            this.right = right;
        }

        @Override
        public CompletionStage<?> put(Place place, long timestamp) {
            return right.put(place, timestamp);
        }

        @Override
        public CompletionStage<?> drop(Place place, long timestamp) {
            return right.drop(place, timestamp);
        }

        @Override
        public CompletionStage<List<ConversationId>> list(
                UUID incarnation, long shard, Optional<ConversationId> after, int limit) {
            return right.list(incarnation, shard, after, limit);
        }

        @Override
        public CompletionStage<?> clear(UUID incarnation, long shard) {
            return right.clear(incarnation, shard);
        }
    }

    static class LastArrived extends SimulatedMarkersTest {

        private long arrived;

        @Override
        protected MarkerStore store() {
            return new Wrong(fair().stores().markers()) {
                @Override
                public CompletionStage<?> put(Place place, long timestamp) {
                    return super.put(place, ++arrived);
                }

                @Override
                public CompletionStage<?> drop(Place place, long timestamp) {
                    return super.drop(place, ++arrived);
                }
            };
        }
    }

    static class ClearedForNow extends SimulatedMarkersTest {

        @Override
        protected MarkerStore store() {
            return new Wrong(fair().stores().markers()) {
                @Override
                public CompletionStage<?> clear(UUID incarnation, long shard) {
                    return list(incarnation, shard, Optional.empty(), ALL)
                            .thenCompose(standing -> CompletableFuture.allOf(standing.stream()
                                    .map(conversation -> drop(new Place(incarnation, shard, conversation), ALL))
                                    .map(CompletionStage::toCompletableFuture)
                                    .toArray(CompletableFuture<?>[]::new)));
                }
            };
        }
    }

    static class OnePage extends SimulatedMarkersTest {

        @Override
        protected MarkerStore store() {
            return new Wrong(fair().stores().markers()) {
                @Override
                public CompletionStage<List<ConversationId>> list(
                        UUID incarnation, long shard, Optional<ConversationId> after, int limit) {
                    return super.list(incarnation, shard, Optional.empty(), limit);
                }
            };
        }
    }
}
