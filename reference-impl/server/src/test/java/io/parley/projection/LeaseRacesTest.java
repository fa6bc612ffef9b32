package io.parley.projection;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.parley.delivery.Races;
import io.parley.evidence.Verifies;
import io.parley.log.LogRuntime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.Test;

/** Several ask at once for the incarnation of a node that has none yet, in orders of a bounded number of steps. */
class LeaseRacesTest {

    private static final List<String> COMBINATIONS = List.of(
            // Two begin, and one of them goes on while the other may still be told.
            "| held | held |",
            "| held renew | held |",
            // It is held, and renewed at its own pace.
            "held | renew | held renew | held");

    /** Says yes at once to whoever comes, and counts those who are new. */
    private static final class Registrations implements IncarnationStore {

        private final AtomicInteger count = new AtomicInteger();

        @Override
        public CompletionStage<Boolean> register(Beat first) {
            count.incrementAndGet();
            return CompletableFuture.completedFuture(true);
        }

        @Override
        public CompletionStage<Boolean> renew(Beat next) {
            return CompletableFuture.completedFuture(true);
        }

        @Override
        public CompletionStage<List<Beat>> all() {
            throw new AssertionError("a lease asks for no other row");
        }

        @Override
        public CompletionStage<Boolean> declareDead(UUID incarnation, long beat) {
            throw new AssertionError("a lease declares nobody dead");
        }

        @Override
        public CompletionStage<?> remove(UUID incarnation) {
            throw new AssertionError("nothing ends here");
        }
    }

    /** The server's own. */
    public static class Leases {

        private final Registrations registrations = new Registrations();
        private final AtomicInteger ids = new AtomicInteger();
        private final Lease lease = new Lease(
                registrations,
                SmallSettings.settings(),
                new ProjectionRuntime(
                        new LogRuntime(
                                Runnable::run, (delay, step) -> step.run(), () -> Instant.EPOCH, ids::incrementAndGet),
                        () -> 0),
                () -> 0);

        @Operation
        public boolean held() {
            return isPresent(lease.held());
        }

        @Operation
        public boolean renew() {
            return isPresent(lease.renew());
        }

        /** A renewal that somebody else has under way may still be open. */
        private boolean isPresent(CompletionStage<Incarnation> asked) {
            return Optional.ofNullable(asked.toCompletableFuture().getNow(null))
                    .map(incarnation -> incarnation == lease.present().orElse(null))
                    .orElse(true);
        }

        @Validate
        public void isOneNode() {
            if (registrations.count.get() > 1) {
                throw new IllegalStateException("one node has two rows");
            }
        }
    }

    /** Looks whether the node has a row, and then registers one. */
    public static class LeasesInTwoSteps {

        private final AtomicInteger registered = new AtomicInteger();

        @Operation
        public void held() {
            if (registered.get() == 0) {
                registered.incrementAndGet();
            }
        }

        @Validate
        public void isOneNode() {
            if (registered.get() > 1) {
                throw new IllegalStateException("one node has two rows");
            }
        }
    }

    @Test
    @Verifies("INV-7")
    void registersOneIncarnationHoweverManyAskForIt() {
        assertThatCode(() -> Races.checkCombinations(Leases.class, COMBINATIONS, Incarnation.class))
                .doesNotThrowAnyException();
    }

    @Test
    void findsAPlantedRace() {
        Races.assertFound(
                "looks whether a node has a row, and then registers one",
                () -> Races.checkCombinations(LeasesInTwoSteps.class, List.of("| held | held |")));
    }
}
