package io.parley.app;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.jspecify.annotations.Nullable;

/**
 * Cuts connections whose client takes an answer by drips: each moves them, so that they are never idle, and the answer and its
 * thread would be held as long as the client likes. Jetty has a setting for it that it does not look at.
 *
 * <p>Jetty hands an answer over in buffers of a bounded size, the next when the one before has left. Looked at every now and
 * then, a buffer that has waited for its reader too long tells that the rate is too low. Sockets have bounds of their own.
 */
final class SlowReaders extends AbstractLifeCycle {

    /** How often is looked within the time that a buffer has. */
    private static final int LOOKS = 8;

    private final Connector connector;
    private final Duration patience;
    private final LongSupplier nanos;

    /** What waited when it was last looked. */
    private final Map<EndPoint, Buffer> waiting = new HashMap<>();

    /**
     * A buffer that waits.
     *
     * @param place bytes that were handed over on its connection, itself among them
     */
    private record Buffer(long place, long sinceNanos) {}

    /** @param patience how long a buffer may wait */
    SlowReaders(Connector connector, Duration patience, LongSupplier nanos) {
        this.connector = connector;
        this.patience = patience;
        this.nanos = nanos;
    }

    @Override
    protected void doStart() {
        lookLater();
    }

    private void lookLater() {
        var unused = connector
                .getScheduler()
                .schedule(
                        () -> {
                            look();
                            if (isRunning()) {
                                lookLater();
                            }
                        },
                        patience.toNanos() / LOOKS,
                        TimeUnit.NANOSECONDS);
    }

    /** Notes what waits, and cuts what has waited too long. */
    synchronized void look() {
        long now = nanos.getAsLong();
        Map<EndPoint, Buffer> before = new HashMap<>(waiting);
        waiting.clear();
        for (EndPoint endPoint : connector.getConnectedEndPoints()) {
            if (!isWaiting(endPoint)) {
                continue;
            }
            Buffer present = present(endPoint, before.get(endPoint), now);
            if (now - present.sinceNanos() < patience.toNanos()) {
                waiting.put(endPoint, present);
            } else {
                endPoint.close(new EofException("an answer was not read in " + patience));
            }
        }
    }

    /** How many answers wait for their readers, as it was last looked. */
    synchronized int waiting() {
        return waiting.size();
    }

    private static boolean isWaiting(EndPoint endPoint) {
        return endPoint instanceof AbstractEndPoint known
                && endPoint.getConnection() instanceof ConnectionMetaData
                && known.getWriteFlusher().isPending();
    }

    private static Buffer present(EndPoint endPoint, @Nullable Buffer before, long now) {
        long place = endPoint.getConnection().getBytesOut();
        return before != null && before.place() == place ? before : new Buffer(place, now);
    }
}
