package io.parley.projection;

import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.log.BackOff;
import io.parley.log.LogRuntime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one conversation of a node runs on while threads race: answers of stores and whatever else is to be done later are steps,
 * which an operation runs. Each call counts as one step, so nothing here is held against other threads. What was written is
 * remembered for the test to judge: nobody reads it back.
 */
final class RacingNode implements MarkerStore, IncarnationStore, WatermarkStore {

    /** After which a marker moves, and the lease is over unless it is renewed. */
    private static final Duration AGE = SmallSettings.SHARD.multipliedBy(10);

    private static final ProjectionSettings SETTINGS = SmallSettings.settings();

    private record Cell(long timestamp, boolean stands) {}

    /** A call of a store that waits for its answer, by which time it is carried out. */
    static final class Asked implements Runnable {

        private final Runnable change;
        private final Object outcome;
        private final CompletableFuture<Object> answer = new CompletableFuture<>();

        private Asked(Runnable change, Object outcome) {
            this.change = change;
            this.outcome = outcome;
        }

        @Override
        public void run() {
            change.run();
            answer.complete(outcome);
        }

        /** Carried out, and the answer lost. */
        void fail() {
            change.run();
            answer.completeExceptionally(new NoAnswer());
        }
    }

    /** A store does not answer; each time another. */
    static final class NoAnswer extends RuntimeException {
        private static final long serialVersionUID = 1;

        private NoAnswer() {
            super("no answer", null, false, false);
        }
    }

    private final Deque<Runnable> steps = new ArrayDeque<>();
    private final Map<Place, Cell> markers = new HashMap<>();
    private boolean answersAtOnce;
    private boolean putting;
    private long nanos;
    private @Nullable String wrong;

    ProjectionParts parts(List<Projection> projections, Consumer<ConversationRepaired> repaired) {
        ProjectionRuntime later = runtime(steps::add);
        ProjectionRuntime atOnce = runtime(Runnable::run);
        return new ProjectionParts(
                new Applier(projections, this, SETTINGS, atOnce),
                this,
                new Lease(this, SETTINGS, atOnce, () -> 0),
                new BacklogRoom(SETTINGS.backlogBytesMax()),
                SETTINGS,
                later,
                new BackOff(
                        Duration.ofMillis(1), Duration.ofMillis(1), later.log().random()),
                new AtomicReference<>(),
                new AtomicReference<>(repaired));
    }

    private ProjectionRuntime runtime(Executor executor) {
        return new ProjectionRuntime(
                new LogRuntime(executor, (delay, step) -> step.run(), () -> Instant.EPOCH, () -> 1), () -> nanos);
    }

    /** The next step, which is the caller's to run. */
    @Nullable
    Runnable next() {
        return steps.poll();
    }

    /** The step that came last. */
    @Nullable
    Runnable last() {
        return steps.pollLast();
    }

    /** Runs something that no other thread sees half done. */
    void prepare(Runnable work) {
        work.run();
    }

    /** The same, together with all that is due then. */
    void atOnce(Runnable work) {
        work.run();
        for (Runnable step = next(); step != null; step = next()) {
            step.run();
        }
    }

    void answersAtOnce(boolean atOnce) {
        answersAtOnce = atOnce;
    }

    void age() {
        nanos += AGE.toNanos();
    }

    /** Where markers stand. */
    Set<Place> standing() {
        return markers.entrySet().stream()
                .filter(marker -> marker.getValue().stands())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    boolean isMarked() {
        return !standing().isEmpty();
    }

    /** @param before that stood before this was known: what still stands has stood all the time */
    void requireNoneBefore(long shard, Set<Place> before) {
        require(
                standing().stream().noneMatch(place -> before.contains(place) && place.shard() < shard),
                "a sweeper would not find a marker");
    }

    /** To be told at the end, as a step may hold back what is thrown in it. */
    void require(boolean holds, String otherwise) {
        if (!holds) {
            wrong = otherwise;
        }
    }

    void requireNothingWrong() {
        if (wrong != null) {
            throw new IllegalStateException(wrong);
        }
    }

    private CompletionStage<Object> ask(Runnable change, Object outcome) {
        Asked asked = new Asked(change, outcome);
        if (answersAtOnce) {
            asked.run();
        } else {
            steps.add(asked);
        }
        return asked.answer;
    }

    @Override
    public CompletionStage<?> put(Place place, long timestamp) {
        require(!putting, "two markers are written at the same time");
        putting = true;
        return ask(
                () -> {
                    putting = false;
                    change(place, new Cell(timestamp, true));
                },
                place);
    }

    @Override
    public CompletionStage<?> drop(Place place, long timestamp) {
        return ask(() -> change(place, new Cell(timestamp, false)), place);
    }

    private void change(Place place, Cell cell) {
        markers.merge(place, cell, (a, b) -> b.timestamp() > a.timestamp() ? b : a);
    }

    @Override
    public CompletionStage<Boolean> register(Beat first) {
        return ask(() -> {}, true).thenApply(Boolean.class::cast);
    }

    @Override
    public CompletionStage<Boolean> renew(Beat next) {
        return CompletableFuture.completedFuture(true);
    }

    @Override
    public CompletionStage<Map<String, Seq>> read(ConversationId conversation) {
        return CompletableFuture.completedFuture(Map.of());
    }

    @Override
    public CompletionStage<?> save(ConversationId conversation, String projection, Seq applied) {
        return CompletableFuture.completedFuture(applied);
    }

    @Override
    public CompletionStage<List<ConversationId>> list(
            UUID incarnation, long shard, Optional<ConversationId> after, int limit) {
        throw new AssertionError();
    }

    @Override
    public CompletionStage<?> clear(UUID incarnation, long shard) {
        throw new AssertionError();
    }

    @Override
    public CompletionStage<List<Beat>> all() {
        throw new AssertionError();
    }

    @Override
    public CompletionStage<Boolean> declareDead(UUID incarnation, long beat) {
        throw new AssertionError();
    }

    @Override
    public CompletionStage<?> remove(UUID incarnation) {
        throw new AssertionError();
    }

    @Override
    public CompletionStage<Boolean> isBuilt(String projection) {
        throw new AssertionError();
    }

    @Override
    public CompletionStage<?> built(String projection) {
        throw new AssertionError();
    }
}
