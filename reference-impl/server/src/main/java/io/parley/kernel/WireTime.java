package io.parley.kernel;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/** Times as the contract writes them: ISO-8601, UTC, always three digits of milliseconds. */
public final class WireTime {

    private static final int MILLI_DIGITS = 3;
    private static final DateTimeFormatter MILLIS =
            new DateTimeFormatterBuilder().appendInstant(MILLI_DIGITS).toFormatter();

    private WireTime() {}

    public static String text(Instant time) {
        return MILLIS.format(time);
    }
}
