package io.parley.projection;

import io.parley.projection.IncarnationStore.Beat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a node does all the time. Renewing waits for nothing else, as the lease hangs on it; looking at the others and
 * sweeping goes on beside it, one at a time.
 */
final class Pulse {

    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);

    private final ProjectionParts parts;
    private final Watch watch;
    private final Sweeper sweeper;
    private final Runnable letGo;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile boolean stopped;

    /** Whether the last look failed: told once, not with every beat. */
    private volatile boolean failed;

    Pulse(ProjectionParts parts, Watch watch, Sweeper sweeper, Runnable letGo) {
        this.parts = parts;
        this.watch = watch;
        this.sweeper = sweeper;
        this.letGo = letGo;
    }

    void start() {
        parts.runtime().executor().execute(this::beat);
    }

    void stop() {
        stopped = true;
    }

    private void beat() {
        if (stopped) {
            return;
        }
        parts.lease()
                .renew()
                .whenCompleteAsync(
                        (held, failure) -> {
                            try {
                                renewed(held, failure);
                            } catch (RuntimeException | Error e) {
                                LOG.error("A beat of this node failed; the next one follows", e);
                            } finally {
                                parts.runtime().after(parts.settings().beat(), this::beat);
                            }
                        },
                        parts.runtime().executor());
    }

    private void renewed(Incarnation held, @Nullable Throwable failure) {
        if (failure == null) {
            look(held);
        } else {
            LOG.warn("The lease of this node was not renewed", failure);
        }
        letGo.run();
    }

    private void look(Incarnation own) {
        if (!looking.compareAndSet(false, true)) {
            return;
        }
        CompletableFuture.completedStage(own.id())
                .thenCompose(watch::look)
                .thenComposeAsync(this::sweep, parts.runtime().executor())
                .whenComplete((done, failure) -> {
                    if (failure != null && !failed) {
                        LOG.warn("What another node left is not repaired yet", failure);
                    }
                    failed = failure != null;
                    looking.set(false);
                });
    }

    /** One that cannot be swept keeps nobody from the next. */
    private CompletionStage<?> sweep(List<Beat> dead) {
        return InParallel.forEach(dead, 1, parts.runtime().executor(), sweeper::sweep);
    }
}
