package io.parley.projection;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.parley.delivery.Races;
import io.parley.evidence.Verifies;
import io.parley.kernel.ConversationId;
import io.parley.log.ConversationState;
import io.parley.log.EntriesCommitted;
import io.parley.log.Entry;
import io.parley.log.States;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.Test;

/**
 * A lane hands over what it commits and what is repeated, steps apply it, and the conversation is let go of, in orders of a
 * bounded number of steps: each outcome must be one that some order of whole calls has, so that nothing is covered by what
 * has ended, and all that is covered is applied, told if it is a repeat, and waited for, under a marker that stands until
 * then. The backlog counts as a whole: that it has a lock is not tried.
 */
class ActiveRacesTest {

    /** The same each time, so that the orders are. */
    private static final ConversationId CONVERSATION = new ConversationId(new UUID(0x7000, 1));

    /** One lane commits to a conversation. */
    private static final String LANE = "lane";

    /** One application is under way at a time, and each of its steps begins the next. */
    private static final String STEPS = "steps";

    private static final int ENTRIES_MAX = 3;
    private static final List<EntriesCommitted> COMMITS = IntStream.rangeClosed(1, ENTRIES_MAX)
            .mapToObj(seq ->
                    new EntriesCommitted(CONVERSATION, List.of(States.message(seq, "hello")), States.withHead(seq)))
            .toList();

    private static final List<String> COMBINATIONS = List.of(
            // Ends while something is committed, repeated or announced.
            "announce | commit | end |",
            "applied | repeat | end |",
            "| announce | end | commit",
            "storeFallsSilent | announce | end | commit",
            // Goes on while something is applied.
            "beingApplied | step | commit | isClean",
            "beingApplied | step | commit repeat repeatFirst end |");

    /** The server's own. */
    public static class Actives implements Projection {

        private final RacingNode node = new RacingNode();
        private final Active active = new Active(CONVERSATION, node.parts(List.of(this), this::repaired));
        private final Queue<CompletableFuture<?>> waiting = new ConcurrentLinkedQueue<>();
        private volatile int covered;
        private volatile int applied;
        private volatile int repeated;
        private volatile int told;
        private volatile boolean ended;

        public Actives() {
            node.answersAtOnce(true);
        }

        /** From here on answers of the store are steps. */
        @Operation
        public void storeFallsSilent() {
            node.answersAtOnce(false);
        }

        @Operation
        public boolean announce() {
            return active.announced().isPresent();
        }

        @Operation(nonParallelGroup = LANE)
        public boolean commit() {
            int next = Math.min(covered + 1, ENTRIES_MAX);
            boolean late = ended;
            boolean covers = active.covers(COMMITS.get(next - 1));
            if (covers) {
                covered = next;
                node.require(!late, "covers an entry after its end");
            }
            return covers;
        }

        @Operation(nonParallelGroup = LANE)
        public boolean repeat() {
            return repeat(covered);
        }

        @Operation(nonParallelGroup = LANE)
        public boolean repeatFirst() {
            return repeat(Math.min(covered, 1));
        }

        private boolean repeat(int seq) {
            boolean late = ended;
            boolean covers = seq > 0 && active.coversRepeat(COMMITS.get(seq - 1).state());
            if (covers) {
                repeated = Math.max(repeated, seq);
                node.require(!late, "covers a repeat after its end");
            }
            return covers;
        }

        /** In combinations: an entry more. */
        public void committed() {
            node.prepare(() -> {
                announce();
                commit();
            });
        }

        /** In combinations: an entry more, and all is applied. */
        public void applied() {
            node.atOnce(this::committed);
        }

        /** In combinations: an entry more, of which all that is left is to note that it is applied; somebody waits for that. */
        public void beingApplied() {
            node.prepare(() -> {
                committed();
                isClean();
                step();
                step();
            });
        }

        @Operation(nonParallelGroup = STEPS)
        public void step() {
            Runnable next = node.next();
            if (next != null) {
                next.run();
            }
        }

        @Operation
        public boolean end() {
            boolean ends = active.endIfIdle(true).isPresent();
            if (ends) {
                ended = true;
            }
            return ends;
        }

        @Operation
        public boolean isClean() {
            int before = covered;
            CompletableFuture<?> clean = active.clean().toCompletableFuture();
            waiting.add(clean);
            node.require(!clean.isDone() || applied >= before, "something is left, and yet it is clean");
            return clean.isDone();
        }

        @Validate
        public void leavesNothing() {
            node.atOnce(() -> {});
            node.prepare(this::requireNothingLeft);
            node.requireNothingWrong();
        }

        private void requireNothingLeft() {
            node.require(applied == covered, "what was covered is not applied");
            node.require(told >= repeated, "a repeat that was covered is not told");
            node.require(
                    waiting.stream().allMatch(CompletableFuture::isDone), "all is applied, and yet somebody waits");
            node.require(active.clean().toCompletableFuture().isDone(), "nothing is left, and yet it is not clean");
            node.age();
            node.require(!active.covers(COMMITS.get(0)), "the lease is over, and yet it covers");
            boolean ends = active.endIfIdle(true).isPresent();
            node.require(ends != ended, "ends never, or twice");
            node.atOnce(() -> {});
            node.require(!node.isMarked(), "it has ended, and yet its marker stands");
        }

        private void repaired(ConversationRepaired repaired) {
            told = (int) repaired.state().head().value();
            node.require(told <= applied, "tells of what is not applied");
        }

        @Override
        public String name() {
            return "heads";
        }

        @Override
        public void expect(ConversationId conversation, List<Entry> entries, ConversationState state) {}

        @Override
        public CompletionStage<?> apply(ConversationId conversation, List<Entry> entries, ConversationState state) {
            node.require(node.isMarked(), "applies something, and no marker stands");
            applied = (int) state.head().value();
            return CompletableFuture.completedFuture(null);
        }
    }

    /** Looks whether it has ended, and then takes on what is to be applied. */
    public static class ActivesInTwoSteps {

        private final AtomicInteger open = new AtomicInteger();
        private volatile boolean ended;

        @Operation
        public boolean commit() {
            return !ended && open.incrementAndGet() > 0;
        }

        @Operation
        public void step() {
            open.set(0);
        }

        @Operation
        public boolean end() {
            ended |= open.get() == 0;
            return ended;
        }
    }

    @Test
    @Verifies({"INV-7", "MSG-17"})
    void appliesAllThatItCoversAndCoversNothingOnceItHasEnded() {
        assertThatCode(() -> check(Actives.class, COMBINATIONS)).doesNotThrowAnyException();
    }

    @Test
    void findsAPlantedRace() {
        Races.assertFound(
                "looks whether a conversation has ended, and then covers",
                () -> check(ActivesInTwoSteps.class, List.of("| commit | end | step")));
    }

    private static void check(Class<?> operations, List<String> combinations) {
        Races.checkCombinations(
                operations,
                combinations,
                RacingNode.class,
                MarkerKeeper.class,
                Lease.class,
                Incarnation.class,
                Watermarks.class,
                Applier.class,
                Backlog.class,
                ProjectionSettings.class,
                ProjectionRuntime.class,
                EntriesCommitted.class,
                ConversationState.class,
                ConcurrentLinkedQueue.class);
    }
}
