package io.parley.delivery;

import java.time.Instant;
import java.util.Optional;

/** The time of an answer to {@code resume}, which clients carry without looking inside. */
final class ResumeToken {

    private ResumeToken() {}

    static String of(Instant time) {
        return Long.toHexString(time.toEpochMilli());
    }

    /** The time in a token; empty for what no node of ours can have given until now. */
    static Optional<Instant> read(String token, Instant now) {
        if (!token.matches("[0-9a-f]{1,12}")) {
            return Optional.empty();
        }
        Instant time = Instant.ofEpochMilli(Long.parseLong(token, 16));
        return Optional.of(time).filter(given -> !given.isAfter(now));
    }
}
