package io.parley.simulation;

import io.parley.limits.Limits;
import java.time.Duration;

/** The contract's limits, those of time and memory so small that they are met within a run. */
final class Limited {

    private static final int FRAME_BYTES_MAX = 4_096;
    private static final int PENDING_BYTES_MAX = 1_400;
    private static final int IN_FLIGHT_MAX = 4;
    private static final int HEADS_PER_FRAME_MAX = 2;
    private static final Duration AUTHENTICATE = Duration.ofMillis(800);
    private static final Duration PING_MAX = Duration.ofSeconds(1);
    private static final Duration SILENCE_MAX = Duration.ofMillis(2_500);

    /** Some conversations are larger, some not. */
    private static final int NAMED_MEMBERS_MAX = 2;

    private static final int PREVIEW_CHARS_MAX = 20;

    /** Two clocks that differ as far as they may, and the longest that a write is on its way. */
    static final Duration OVERLAP = Duration.ofSeconds(4);

    private static final Duration BLOCKS_FRESH = Duration.ofMillis(400);
    private static final Duration BLOCKS_USABLE = Duration.ofMillis(1_600);

    private static final Limits PACKAGED = Limits.packaged();

    static final Limits LIMITS = new Limits(
            PACKAGED.log(),
            new Limits.Time(Numbers.SKEW),
            PACKAGED.token(),
            PACKAGED.account(),
            new Limits.Contact(PACKAGED.contact().blocksMax(), BLOCKS_FRESH, BLOCKS_USABLE),
            PACKAGED.conversation(),
            PACKAGED.message(),
            PACKAGED.page(),
            new Limits.Inbox(PREVIEW_CHARS_MAX, OVERLAP),
            new Limits.Receipt(Numbers.COALESCE, NAMED_MEMBERS_MAX),
            PACKAGED.projection(),
            PACKAGED.http(),
            new Limits.Socket(
                    FRAME_BYTES_MAX,
                    AUTHENTICATE,
                    PING_MAX,
                    SILENCE_MAX,
                    PENDING_BYTES_MAX,
                    IN_FLIGHT_MAX,
                    HEADS_PER_FRAME_MAX));

    private Limited() {}
}
