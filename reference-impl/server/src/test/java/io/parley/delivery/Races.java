package io.parley.delivery;

import static org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt.forClasses;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArraySet;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;

/**
 * Two threads in every order of a bounded number of steps. {@code -Dparley.races.scenarios} asks for more combinations of calls
 * than a build tries.
 */
public final class Races {

    private static final int SCENARIOS = Integer.getInteger("parley.races.scenarios", 12);

    /** What is found around collections is rarer: with eight, planted races were missed. */
    private static final int SCENARIOS_AROUND_COLLECTIONS = Integer.getInteger("parley.races.scenarios", 20);

    private Races() {}

    /**
     * Tries the operations of a class that Lincheck makes anew each time.
     *
     * @throws org.jetbrains.lincheck.LincheckAssertionError when an outcome is that of no order of whole calls
     */
    public static void check(Class<?> operations) {
        new ModelCheckingOptions()
                .iterations(SCENARIOS)
                .invocationsPerIteration(500)
                .threads(2)
                .actorsPerThread(3)
                .check(operations);
    }

    /**
     * The same where each call of the library's own concurrent collections counts as one step: what is tried is how they
     * are used together.
     *
     * @throws org.jetbrains.lincheck.LincheckAssertionError when an outcome is that of no order of whole calls
     */
    public static void checkAroundCollections(Class<?> operations) {
        new ModelCheckingOptions()
                .iterations(SCENARIOS_AROUND_COLLECTIONS)
                .invocationsPerIteration(40)
                .threads(2)
                .actorsBefore(0)
                .actorsPerThread(2)
                .actorsAfter(1)
                .addGuarantee(forClasses(
                                ConcurrentHashMap.class.getName(),
                                ConcurrentHashMap.KeySetView.class.getName(),
                                ConcurrentSkipListSet.class.getName(),
                                CopyOnWriteArraySet.class.getName())
                        .allMethods()
                        .treatAsAtomic())
                .check(operations);
    }
}
