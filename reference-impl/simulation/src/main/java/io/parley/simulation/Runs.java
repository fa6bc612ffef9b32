package io.parley.simulation;

import io.parley.simulation.engine.Tally;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Many seeds, as many at a time as there are processors; each run is a world of its own. */
public final class Runs {

    /**
     * What they came to.
     *
     * @param failed the failed run of the lowest seed that was tried
     * @param eventsMin events of the shortest run
     */
    public record Summary(long seeds, Optional<Simulation.Result> failed, long events, long eventsMin, Tally tally) {

        /** What these and those came to. */
        public Summary and(Summary other) {
            Tally both = new Tally();
            both.addAll(tally);
            both.addAll(other.tally);
            return new Summary(
                    seeds + other.seeds,
                    Stream.of(failed, other.failed)
                            .flatMap(Optional::stream)
                            .min(Comparator.comparingLong(Simulation.Result::seed)),
                    events + other.events,
                    Math.min(eventsMin, other.eventsMin),
                    both);
        }
    }

    private Runs() {}

    /** Runs the seeds; starts no more of them once one has failed. */
    public static Summary of(long first, long count) {
        AtomicLong next = new AtomicLong(first);
        int threads = Runtime.getRuntime().availableProcessors();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Summary>> workers = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                workers.add(() -> work(next, first + count));
            }
            Summary all = none();
            for (Future<Summary> worker : pool.invokeAll(workers)) {
                all = all.and(worker.get());
            }
            return all;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while seeds were running", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a run ended with an error of the simulation itself", e);
        } finally {
            pool.shutdownNow();
        }
    }

    private static Summary work(AtomicLong next, long end) {
        Summary all = none();
        for (long seed = next.getAndIncrement(); seed < end; seed = next.getAndIncrement()) {
            Simulation.Result result = Simulation.run(seed, false);
            all = all.and(of(result));
            if (result.violation().isPresent()) {
                next.set(end);
            }
        }
        return all;
    }

    private static Summary of(Simulation.Result result) {
        return new Summary(
                1,
                Optional.of(result).filter(run -> run.violation().isPresent()),
                result.events(),
                result.events(),
                result.tally());
    }

    private static Summary none() {
        return new Summary(0, Optional.empty(), 0, Long.MAX_VALUE, new Tally());
    }
}
