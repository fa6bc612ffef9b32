package io.parley.log;

/** What became of a command. */
public sealed interface Outcome {

    /** The entry is durable. */
    record Appended(Entry entry) implements Outcome {}

    /** The command had become this entry before; it is durable. */
    record Repeated(Entry first) implements Outcome {}

    /**
     * This attempt wrote nothing, and nothing of it will be written. An earlier one with the same id that was answered "unknown",
     * or not at all, may still become an entry, unless the refusal is that of its id.
     */
    record Refused(Refusal refusal) implements Outcome {}

    /** It may be or become an entry; only a repeat with the same id can tell. */
    record Unknown() implements Outcome {}

    /** Too much waits for this conversation; nothing was written. */
    record Overloaded() implements Outcome {}

    /** The store did not answer before anything was proposed; nothing was written. */
    record Unavailable() implements Outcome {}
}
