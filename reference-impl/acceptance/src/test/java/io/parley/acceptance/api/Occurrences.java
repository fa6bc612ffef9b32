package io.parley.acceptance.api;

import io.parley.problem.ProblemType;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;

/** What of the interface's documents was seen to happen in this JVM. Thread-safe. */
final class Occurrences {

    private static final Set<String> SEEN = new ConcurrentSkipListSet<>();

    private Occurrences() {}

    static void add(String occurrence) {
        SEEN.add(occurrence);
    }

    static Set<String> seen() {
        return new TreeSet<>(SEEN);
    }

    /** An operation, and what it answered: a status, or a status and a problem. */
    static String of(String operation, String answer) {
        return operation + " " + answer;
    }

    /** A problem, wherever it was told. */
    static String ofProblem(ProblemType type) {
        return ofProblem(type.id());
    }

    static String ofProblem(String id) {
        return "problem " + id;
    }

    /** A frame: its type, or its type and the problem that it carried. */
    static String ofFrame(String frame) {
        return "frame " + frame;
    }
}
