package io.parley.simulation.client;

import io.parley.kernel.Seq;

/**
 * How far somebody is, as a client reckons it. The judges of a run reckon by themselves: with the same code they would share its
 * mistakes.
 */
public record Mark(Seq delivered, Seq read) {

    static final Mark NONE = new Mark(Seq.NONE, Seq.NONE);

    Mark max(Mark other) {
        return new Mark(
                other.delivered.isAfter(delivered) ? other.delivered : delivered,
                other.read.isAfter(read) ? other.read : read);
    }

    boolean isWithin(Mark other) {
        return max(other).equals(other);
    }
}
