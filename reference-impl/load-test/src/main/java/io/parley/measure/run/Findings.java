package io.parley.measure.run;

/**
 * What is wrong with the clients' histories, in counts.
 *
 * @param messages that were sent
 * @param lost deliveries of accepted messages that did not happen
 * @param doubled deliveries beyond the first to the same user
 * @param outOfOrder deliveries after one that stands behind them
 * @param displaced answers and deliveries that put a message elsewhere than others do
 * @param strange answers and deliveries of what nobody sent, or to who is no member
 * @param refused messages that the system did not take, or of which it did not know
 * @param unanswered messages whose sender heard nothing
 */
public record Findings(
        long messages,
        long lost,
        long doubled,
        long outOfOrder,
        long displaced,
        long strange,
        long refused,
        long unanswered) {

    /** Nothing that must not be. Refusals and silence are no lies. */
    public boolean isTrue() {
        return lost + doubled + outOfOrder + displaced + strange == 0;
    }

    @Override
    public String toString() {
        return lost + " lost, " + doubled + " doubled, " + outOfOrder + " out of order, " + displaced + " displaced, "
                + strange + " strange, " + refused + " refused, " + unanswered + " unanswered";
    }
}
