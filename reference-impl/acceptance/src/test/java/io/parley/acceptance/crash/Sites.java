package io.parley.acceptance.crash;

import io.parley.acceptance.OwnInstallation;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the faults of the rounds befall; each installation starts with the first round that needs it. One round at a time. */
final class Sites implements AutoCloseable {

    private final Supplier<OwnInstallation> start;
    private @Nullable OwnInstallation alone;
    private @Nullable RingInstallation ring;

    /** @param start of the installation with one Cassandra, unless it runs already */
    Sites(Supplier<OwnInstallation> start) {
        this.start = start;
    }

    /** One Cassandra, one PostgreSQL, one server. */
    OwnInstallation alone() {
        if (alone == null) {
            alone = start.get();
        }
        return alone;
    }

    /** Three Cassandra nodes. */
    RingInstallation ring() {
        if (ring == null) {
            ring = RingInstallation.startedBeside(alone());
        }
        return ring;
    }

    /** What has one Cassandra ends with this JVM. */
    @Override
    public void close() {
        if (ring != null) {
            ring.close();
        }
    }
}
