package io.parley.acceptance.crash;

import io.parley.acceptance.OwnInstallation;
import org.jspecify.annotations.Nullable;

/** What the faults of the rounds befall; each installation starts with the first round that needs it. */
final class Sites implements AutoCloseable {

    private @Nullable RingInstallation ring;

    /** One Cassandra, one PostgreSQL, one server. */
    OwnInstallation alone() {
        return OwnInstallation.shared();
    }

    /** Three Cassandra nodes. */
    RingInstallation ring() {
        if (ring == null) {
            ring = RingInstallation.startedBeside(alone());
        }
        return ring;
    }

    @Override
    public void close() {
        if (ring != null) {
            ring.close();
        }
    }
}
