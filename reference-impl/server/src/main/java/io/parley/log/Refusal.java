package io.parley.log;

import java.time.Instant;

/** Why a command may not become an entry. Nothing was written, and nothing will be. */
public sealed interface Refusal {

    /** There is no such conversation, or the author is no member of it; which of the two is not told. */
    record NotAMember() implements Refusal {}

    /** The id stands for another entry: other author or other content (INV-4). */
    record IdInUse() implements Refusal {}

    /** The id's time or {@code sentAt} lies further in the future than the allowed skew. */
    record ClockSkew(Instant serverTime) implements Refusal {}

    /** The log holds an entry of a version that this node does not know; it serves the conversation read-only. */
    record ReadOnly() implements Refusal {}
}
