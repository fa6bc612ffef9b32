package io.parley.delivery;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/** Looks after the open sockets, once a second. */
@Component
class ConnectionWatch implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionWatch.class);

    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(new CustomizableThreadFactory("connections-"));

    ConnectionWatch(Connections connections) {
        var unused = timer.scheduleWithFixedDelay(() -> look(connections), 1, 1, TimeUnit.SECONDS);
    }

    /** An exception would end the schedule, and with it every later look. */
    private static void look(Connections connections) {
        try {
            connections.closeOverdue();
        } catch (RuntimeException e) {
            LOG.error("Overdue connections could not be closed", e);
        }
    }

    @Override
    public void destroy() {
        timer.shutdownNow();
    }
}
