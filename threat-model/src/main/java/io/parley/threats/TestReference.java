package io.parley.threats;

import io.parley.evidence.Evidence;
import io.parley.evidence.TestRun;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What an assessment calls its proof: a test, all tests of a class, or all tests that back an id of the catalogue.
 *
 * @param text as it stands in the file: {@code LoginTest#refuses}, {@code LoginTest} or {@code QG-7}
 * @param type simple name of the class, or the catalogue id
 * @param method name of the method; empty for all
 */
public record TestReference(String text, String type, String method) {

    private static final Pattern ID = Pattern.compile("[A-Z]{2,3}-[1-9][0-9]*");
    private static final Pattern FORM = Pattern.compile("[A-Z][A-Za-z]*(#[a-z][A-Za-z]*)?");

    /**
     * Reads a reference.
     *
     * @throws IllegalArgumentException if it has none of the three forms
     */
    public static TestReference parse(String text) {
        if (!ID.matcher(text).matches() && !FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("test=" + text + ", expected Class#method, Class or a catalogue id");
        }
        String[] parts = text.split("#", 2);
        return new TestReference(text, parts[0], parts.length == 1 ? "" : parts[1]);
    }

    /** Whether it names an entry of the catalogue. */
    public boolean isId() {
        return ID.matcher(text).matches();
    }

    /** The runs of one build that it means. */
    public List<TestRun> runs(Evidence evidence) {
        if (isId()) {
            return evidence.of(text);
        }
        Pattern name =
                Pattern.compile("(.*[.$])?" + type + "(\\$[^#]*)?#" + (method.isEmpty() ? ".*" : method + "( .*)?"));
        return evidence.runs().stream()
                .filter(run -> run.test().contains(type)) // far cheaper than the pattern, and seldom true
                .filter(run -> name.matcher(run.test()).matches())
                .toList();
    }
}
