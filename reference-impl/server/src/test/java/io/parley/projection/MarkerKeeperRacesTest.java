package io.parley.projection;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.parley.delivery.Races;
import io.parley.evidence.Verifies;
import io.parley.kernel.ConversationId;
import io.parley.projection.MarkerStore.Place;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A conversation is announced by several threads while time passes and stores answer or do not, in orders of a bounded
 * number of steps: one marker is written at a time, who was told so has one, none stands where the node's row does not send
 * a sweeper, and none is left at the end.
 */
class MarkerKeeperRacesTest {

    /** The same each time, so that the orders are. */
    private static final ConversationId CONVERSATION = new ConversationId(new UUID(0x7000, 1));

    private static final List<String> COMBINATIONS = List.of(
            // Announced by two at the same time, and for the first time while the node's row is written.
            "| stands | stands |",
            "stands | step | isHeld look |",
            // Moves to a younger shard while the node's row is written.
            "aged | stands | look |",
            // What is left in an older shard is dropped meanwhile, while it moves on again, and while all is dropped.
            "moved look | step | look | step isHeld",
            "moved age stands | stepLast | step |",
            "moved | step | dropAll |",
            // Fails, and goes on.
            "stands stands | fail | stands |");

    /** The server's own. */
    public static class Markers {

        private final RacingNode node = new RacingNode();
        private final ProjectionParts parts = node.parts(List.of(), repaired -> {});
        private final MarkerKeeper keeper = new MarkerKeeper(CONVERSATION, parts);
        private final AtomicInteger waiting = new AtomicInteger();
        private volatile boolean ended;

        public Markers() {
            node.atOnce(() -> parts.lease().renew());
        }

        @Operation
        public void stands() {
            announce(null);
        }

        /** In combinations: one that is to be moved. */
        public void aged() {
            node.prepare(() -> {
                stands();
                step();
                age();
            });
        }

        /** In combinations: one that has moved, and whose older one is not dropped yet. */
        public void moved() {
            node.prepare(() -> {
                aged();
                stands();
                step();
            });
        }

        @Operation
        public void isHeld() {
            requireMarked(keeper.isHeld());
        }

        @Operation
        public void look() {
            Set<Place> before = node.standing();
            node.requireNoneBefore(firstShard(), before);
        }

        @Operation
        public void age() {
            node.age();
        }

        @Operation
        public void step() {
            run(node.next());
        }

        @Operation
        public void stepLast() {
            run(node.last());
        }

        @Operation
        public void fail() {
            if (node.next() instanceof RacingNode.Asked asked) {
                asked.fail();
            }
        }

        /** In combinations: it has ended, while what it dropped before is not answered; nothing may be written beside it. */
        public void dropAll() {
            ended = true;
            keeper.drop(keeper.end());
        }

        @Validate
        public void leavesNone() {
            node.atOnce(() -> {});
            node.prepare(this::requireNoneLeft);
            node.requireNothingWrong();
        }

        private void requireNoneLeft() {
            node.age();
            node.require(!keeper.isHeld(), "the lease is over, and yet a marker is held");
            node.atOnce(this::stands);
            node.require(keeper.isHeld() && !keeper.isUnderWay(), "a marker was written, and yet none is held");
            node.require(waiting.get() == 0, "everything is answered, and yet somebody waits");
            node.atOnce(this::dropAll);
            node.require(!node.isMarked(), "all are dropped, and yet one stands");
            node.require(firstShard() == Long.MAX_VALUE, "all are dropped, and yet one is remembered");
        }

        private void run(@Nullable Runnable step) {
            if (step != null) {
                step.run();
            }
        }

        private long firstShard() {
            return keeper.firstShard(parts.lease().present().orElseThrow());
        }

        private void requireMarked(boolean told) {
            node.require(!told || ended || node.isMarked(), "told that a marker stands, and yet none does");
        }

        /** Who is told of a failure announces again at once. */
        private void announce(@Nullable Throwable before) {
            waiting.incrementAndGet();
            keeper.stands().whenComplete((stands, failure) -> {
                waiting.decrementAndGet();
                if (failure == null) {
                    requireMarked(true);
                    return;
                }
                Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
                node.require(cause instanceof RacingNode.NoAnswer, "told of a failure, and yet the store has answered");
                node.require(cause != before, "told of a failure that came before the announcement");
                if (before == null) {
                    announce(cause);
                }
            });
        }
    }

    /** Looks whether a marker is being written, and then writes one. */
    public static class MarkersInTwoSteps {

        private final RacingNode node = new RacingNode();
        private volatile boolean writing;

        @Operation
        public void stands() {
            if (!writing) {
                writing = true;
                node.put(new Place(new UUID(0, 1), 0, CONVERSATION), 1);
            }
        }

        @Validate
        public void writesOne() {
            node.requireNothingWrong();
        }
    }

    @Test
    @Verifies("INV-7")
    void keepsOneMarkerWhereItWillBeFoundUntilItIsDropped() {
        assertThatCode(() -> check(Markers.class, COMBINATIONS)).doesNotThrowAnyException();
    }

    @Test
    void findsAPlantedRace() {
        Races.assertFound(
                "looks whether a marker is being written, and then writes one",
                () -> check(MarkersInTwoSteps.class, List.of("| stands | stands |")));
    }

    private static void check(Class<?> operations, List<String> combinations) {
        Races.checkCombinations(operations, combinations, RacingNode.class, Lease.class, Incarnation.class);
    }
}
