package io.parley.simulation.store;

import io.parley.projection.IncarnationStore;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/** The kit of the nodes' rows run over adapters that each break one promise. */
final class WrongIncarnations {

    private WrongIncarnations() {}

    /** A right adapter, for the promises that are kept. */
    private static class Wrong implements IncarnationStore {

        private final IncarnationStore right;

        Wrong(IncarnationStore right) {
            this.right = right;
        }

        @Override
        public CompletionStage<Boolean> register(Beat first) {
            return right.register(first);
        }

        @Override
        public CompletionStage<Boolean> renew(Beat next) {
            return right.renew(next);
        }

        @Override
        public CompletionStage<List<Beat>> all() {
            return right.all();
        }

        @Override
        public CompletionStage<Boolean> declareDead(UUID incarnation, long beat) {
            return right.declareDead(incarnation, beat);
        }

        @Override
        public CompletionStage<?> remove(UUID incarnation) {
            return right.remove(incarnation);
        }
    }

    static class RevivingTheDead extends SimulatedIncarnationsTest {

        @Override
        protected IncarnationStore store() {
            return new Wrong(fair().stores().incarnations()) {
                @Override
                public CompletionStage<Boolean> renew(Beat next) {
                    return all().thenCompose(rows ->
                            rows.stream().anyMatch(row -> row.incarnation().equals(next.incarnation()))
                                    ? remove(next.incarnation()).thenCompose(removed -> register(next))
                                    : super.renew(next));
                }
            };
        }
    }

    static class BringingBackTheRemoved extends SimulatedIncarnationsTest {

        @Override
        protected IncarnationStore store() {
            return new Wrong(fair().stores().incarnations()) {
                @Override
                public CompletionStage<Boolean> renew(Beat next) {
                    return register(next).thenCompose(added -> super.renew(next));
                }
            };
        }
    }

    static class NotComparingBeats extends SimulatedIncarnationsTest {

        @Override
        protected IncarnationStore store() {
            return new Wrong(fair().stores().incarnations()) {
                @Override
                public CompletionStage<Boolean> declareDead(UUID incarnation, long beat) {
                    return all().thenCompose(rows -> rows.stream()
                            .filter(row -> row.incarnation().equals(incarnation))
                            .findFirst()
                            .map(row -> super.declareDead(incarnation, row.beat()))
                            .orElseGet(() -> super.declareDead(incarnation, beat)));
                }
            };
        }
    }
}
