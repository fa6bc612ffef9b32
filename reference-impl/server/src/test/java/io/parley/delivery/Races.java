package io.parley.delivery;

import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;

/** Two threads in every order of a bounded number of steps. */
final class Races {

    private Races() {}

    /** @throws org.jetbrains.lincheck.LincheckAssertionError when an outcome is that of no order of whole calls */
    static void check(Class<?> operations) {
        new ModelCheckingOptions()
                .iterations(20)
                .invocationsPerIteration(500)
                .threads(2)
                .actorsPerThread(3)
                .check(operations);
    }
}
