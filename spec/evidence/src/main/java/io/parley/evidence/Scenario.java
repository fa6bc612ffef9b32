package io.parley.evidence;

/** The six parts of a quality scenario: who, does what, under which conditions, to what, what happens, measured how. */
public record Scenario(
        String source, String stimulus, String environment, String artifact, String response, String measure) {}
