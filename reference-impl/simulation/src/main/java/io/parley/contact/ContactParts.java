package io.parley.contact;

import io.parley.limits.Limits;
import io.parley.silence.Silence;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/** What one node knows of blocks. */
public final class ContactParts {

    private ContactParts() {}

    /**
     * Makes it.
     *
     * @param blocking runs what looks into PostgreSQL
     */
    public static KnownBlocks on(BlockStore store, Limits limits, InstantSource clock, Executor blocking) {
        return new KnownBlocks(store, limits.contact(), new Silence(clock), clock, blocking);
    }
}
