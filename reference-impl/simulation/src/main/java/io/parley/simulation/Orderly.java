package io.parley.simulation;

import io.parley.simulation.invariant.Invariant;

/** Beyond the catalogue: nothing ends with an error that no problem describes. */
final class Orderly extends Invariant {

    Orderly() {
        super("Orderly");
    }

    void failed(String what, Throwable failure) {
        require(false, () -> what + " ended with " + failure + " at " + failure.getStackTrace()[0]);
    }
}
