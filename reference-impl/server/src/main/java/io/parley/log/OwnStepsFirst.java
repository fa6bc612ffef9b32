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
    private final ThreadLocal<@Nullable Deque<Runnable>> own = new ThreadLocal<>();

    OwnStepsFirst(Executor pool) {
        this.pool = pool;
    }

    @Override
    public void execute(Runnable step) {
        Deque<Runnable> mine = own.get();
        if (mine == null || mine.size() == OWN_MAX) {
            pool.execute(() -> run(step));
        } else {
            mine.add(step);
        }
    }

    private void run(Runnable first) {
        Deque<Runnable> mine = new ArrayDeque<>();
        own.set(mine);
        try {
            for (Runnable step = first; step != null; step = mine.poll()) {
                runAlone(step);
            }
        } finally {
            own.remove();
        }
    }

    /** A step that fails takes no other with it. */
    private static void runAlone(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            LOG.error("A step failed", e);
        }
    }
}
