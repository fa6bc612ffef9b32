package io.parley.simulation;

/** How to see a seed again. */
public final class Replay {

    private Replay() {}

    /** The one command that runs this seed and prints its trace. */
    public static String command(long seed) {
        return "mvn -pl reference-impl/simulation -am test -Dtest=SeedsTest -Dparley.simulation.seed=" + seed;
    }
}
