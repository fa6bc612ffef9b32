package io.parley.acceptance.api;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.UUID;

/** Ids as clients make them. */
public final class Ids {

    private Ids() {}

    /** A UUIDv7 of now. */
    public static String next() {
        return UuidCreator.getTimeOrderedEpoch().toString();
    }

    /** A UUIDv7 of that time. */
    public static String at(Instant time) {
        long bits = time.toEpochMilli() << 16 | 0x7000L;
        return new UUID(bits, UUID.randomUUID().getLeastSignificantBits()).toString();
    }
}
