package io.parley.model;

import java.util.Locale;

/** What a relationship means in code; each one in the model carries exactly one of these as its tag. */
public enum RelationshipKind {
    /** A person works with something; not visible in code. */
    USE("a person works with"),
    /** A class of the source depends on a class of the target. */
    CALL("call: source depends on target"),
    /** The source publishes a type, the target listens to it. */
    EVENT("event: published by the source"),
    /** The target answers operations or socket frames of the source. */
    HTTP("request or frame"),
    /** The source's adapter package alone speaks to the store. */
    STORE("reads and writes a store"),
    /** A process starts another one; deployment only. */
    START("starts a process");

    private final String label;

    RelationshipKind(String label) {
        this.label = label;
    }

    /** The tag in the model's text, such as {@code call}. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a legend says. */
    public String label() {
        return label;
    }
}
