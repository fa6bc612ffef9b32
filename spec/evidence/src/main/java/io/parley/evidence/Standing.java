package io.parley.evidence;

/** Where an id of the catalogue stands after this build. */
public enum Standing {
    /** Tests back it and all passed. */
    HOLDS("holds"),
    /** Tests passed that show a part; the gap register says what is missing. */
    PARTIAL("in part"),
    /** What ran of its tests passed, but the build did not run all modules with all their tests, or one of its tests to the end. */
    INCOMPLETE("passed, not all run"),
    /** No test yet; the gap register says why. */
    GAP("gap"),
    /** A test of it did not pass. */
    FAILING("failing"),
    /** No test passed and no reason is given. */
    ORPHAN("orphan"),
    /** The build ran without the tests that could tell. */
    NOT_RUN("not run in this build");

    private final String word;

    Standing(String word) {
        this.word = word;
    }

    /** What pages print. */
    public String word() {
        return word;
    }
}
