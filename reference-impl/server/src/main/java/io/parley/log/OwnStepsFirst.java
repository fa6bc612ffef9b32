package io.parley.log;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the steps that a step starts on its own thread, to run next: what comes one after the other anyway needs no other
 * thread to be woken, which costs more than most steps. Steps that are started elsewhere go to the pool. A step never waits
 * for one that it started.
 */
final class OwnStepsFirst implements Executor {

    private static final Logger LOG = LoggerFactory.getLogger(OwnStepsFirst.class);

    /** Beyond, others of the pool share them: a step may start one per member. */
    private static final int OWN_MAX = 8;

    private final Executor pool;
    /** Of each pool its own, and a node has one: a step of another pool that comes by must not be kept here. */
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable Own> own = new ThreadLocal<>();

    /** What a thread that runs a step has before it. */
    private record Own(Deque<Runnable> steps, Deque<Runnable> ends) {}

    OwnStepsFirst(Executor pool) {
        this.pool = pool;
    }

    @Override
    public void execute(Runnable step) {
        Own mine = own.get();
        if (mine == null || mine.steps().size() == OWN_MAX) {
            pool.execute(() -> run(step));
        } else {
            mine.steps().add(step);
        }
    }

    /** As {@link AfterStep} has it. */
    void afterStep(Runnable task) {
        Own mine = own.get();
        if (mine == null) {
            task.run();
        } else {
            mine.ends().add(task);
        }
    }

    private void run(Runnable first) {
        Own mine = new Own(new ArrayDeque<>(), new ArrayDeque<>());
        own.set(mine);
        try {
            for (Runnable step = first; step != null; step = mine.steps().poll()) {
                runAlone(step);
                for (Runnable end = mine.ends().poll();
                        end != null;
                        end = mine.ends().poll()) {
                    runAlone(end);
                }
            }
        } finally {
            own.remove();
        }
    }

    /** A step that fails takes no other with it. */
    private static void runAlone(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | Error e) {
            LOG.error("A step failed", e);
        }
    }
}
