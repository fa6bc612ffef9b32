package io.parley.simulation.store;

import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.projection.WatermarkStore;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The kit of watermarks run over adapters that each break one promise. */
final class WrongWatermarks {

    private WrongWatermarks() {}

    /** A right adapter, for the promises that are kept. */
    private static class Wrong implements WatermarkStore {

        private final WatermarkStore right;

        Wrong(WatermarkStore right) {
            this.right = right;
        }

        @Override
        public CompletionStage<Map<String, Seq>> read(ConversationId conversation) {
            return right.read(conversation);
        }

        @Override
        public CompletionStage<?> save(ConversationId conversation, String projection, Seq applied) {
            return right.save(conversation, projection, applied);
        }

        @Override
        public CompletionStage<Boolean> isBuilt(String projection) {
            return right.isBuilt(projection);
        }

        @Override
        public CompletionStage<?> built(String projection) {
            return right.built(projection);
        }
    }

    static class LastWritten extends SimulatedWatermarksTest {

        private final Map<ConversationId, Map<String, Seq>> rows = new HashMap<>();

        @Override
        protected WatermarkStore store() {
            return new Wrong(fair().stores().watermarks()) {
                @Override
                public CompletionStage<Map<String, Seq>> read(ConversationId conversation) {
                    return CompletableFuture.completedFuture(rows.getOrDefault(conversation, Map.of()));
                }

                @Override
                public CompletionStage<?> save(ConversationId conversation, String projection, Seq applied) {
                    rows.computeIfAbsent(conversation, id -> new HashMap<>()).put(projection, applied);
                    return CompletableFuture.completedFuture(applied);
                }
            };
        }
    }

    static class OneForAll extends SimulatedWatermarksTest {

        @Override
        protected WatermarkStore store() {
            return new Wrong(fair().stores().watermarks()) {
                @Override
                public CompletionStage<?> save(ConversationId conversation, String projection, Seq applied) {
                    return super.save(conversation, "inbox", applied);
                }
            };
        }
    }

    static class ForgettingWhatIsBuilt extends SimulatedWatermarksTest {

        @Override
        protected WatermarkStore store() {
            return new Wrong(fair().stores().watermarks()) {
                @Override
                public CompletionStage<?> built(String projection) {
                    return CompletableFuture.completedFuture(projection);
                }
            };
        }
    }
}
