package io.parley.acceptance.crash;

/**
 * When the trouble of a round was there, by the clock that all clients share, in nanoseconds.
 *
 * @param strikes it begins
 * @param holds it is there as a whole
 * @param mends its end begins
 * @param ends nothing of it is left
 */
record Moments(long strikes, long holds, long mends, long ends) {

    /** Whether the trouble had begun then and had not ended. */
    boolean touches(long nanos) {
        return nanos - strikes > 0 && nanos - ends < 0;
    }

    /** Whether all of the trouble was there then. */
    boolean covers(long nanos) {
        return nanos - holds > 0 && nanos - mends < 0;
    }
}
