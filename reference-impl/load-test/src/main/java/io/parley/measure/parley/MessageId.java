package io.parley.measure.parley;

import java.util.UUID;
import java.util.random.RandomGenerator;

/** Ids of version 7 whose last twelve digits are the message's number in the load, so that a client knows it by its id. */
public final class MessageId {

    private static final int TIME_SHIFT = 16;
    private static final long VERSION = 7L << 12;
    private static final int RANDOM_A = 1 << 12;
    private static final long VARIANT = 1L << 63;
    private static final int RANDOM_B = 1 << 14;
    private static final int NUMBER_BITS = 48;
    private static final int NUMBER_DIGITS = 12;
    private static final int HEX = 16;
    private static final int NOBODYS = -1;

    private MessageId() {}

    /** A new id. */
    public static UUID of(int number, long timeMillis, RandomGenerator random) {
        return new UUID(
                timeMillis << TIME_SHIFT | VERSION | random.nextInt(RANDOM_A),
                VARIANT | (long) random.nextInt(RANDOM_B) << NUMBER_BITS | number);
    }

    /** The number in an id's text; -1 for an id that is no message's of a load. */
    public static int number(CharSequence id) {
        try {
            long number = Long.parseLong(id, id.length() - NUMBER_DIGITS, id.length(), HEX);
            return number > Integer.MAX_VALUE ? NOBODYS : (int) number;
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            return NOBODYS;
        }
    }
}
