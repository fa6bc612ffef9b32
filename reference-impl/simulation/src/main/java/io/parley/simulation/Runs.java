package io.parley.simulation;

import io.parley.simulation.engine.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Many seeds, as many at a time as there are processors; each run is a world of its own. */
public final class Runs {

    /**
     * What they came to.
     *
     * @param failed the failed run of the lowest seed that was tried
     * @param eventsMin events of the shortest run
     */
    public record Summary(long seeds, Optional<Simulation.Result> failed, long events, long eventsMin, Tally tally) {}

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
                all = sum(all, worker.get());
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
            all = sum(all, of(result));
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

    private static Summary sum(Summary a, Summary b) {
        Tally tally = new Tally();
        tally.addAll(a.tally);
        tally.addAll(b.tally);
        return new Summary(
                a.seeds + b.seeds,
                a.failed.isPresent()
                                && b.failed
                                        .map(run -> run.seed() > a.failed.get().seed())
                                        .orElse(true)
                        ? a.failed
                        : b.failed,
                a.events + b.events,
                Math.min(a.eventsMin, b.eventsMin),
                tally);
    }
}
