package io.parley.projection;

import io.parley.log.ConversationLog;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Begins before requests are served and ends after the last one was; in between the node shows that it lives. */
final class ProjectionLifecycle implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectionLifecycle.class);

    private final Projections projections;
    private final Rebuild rebuild;
    private final ConversationLog log;
    private final Consumer<ConversationRepaired> repaired;
    private volatile boolean running;

    ProjectionLifecycle(
            Projections projections, Rebuild rebuild, ConversationLog log, Consumer<ConversationRepaired> repaired) {
        this.projections = projections;
        this.rebuild = rebuild;
        this.log = log;
        this.repaired = repaired;
    }

    @Override
    public void start() {
        projections.start(log, repaired);
        rebuild.missing().whenComplete((done, failure) -> {
            if (failure != null) {
                LOG.warn(
                        "A projection that this installation lacks was not built; the next start tries again", failure);
            }
        });
        running = true;
    }

    /** What cannot be finished in time is another node's, or this one's after its next start. */
    @Override
    public void stop(Runnable callback) {
        running = false;
        projections.stop().whenComplete((done, failure) -> {
            if (failure != null) {
                LOG.warn("Markers of this node stay behind; they will be swept", failure);
            }
            callback.run();
        });
    }

    @Override
    public void stop() {
        stop(() -> {});
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 0;
    }
}
