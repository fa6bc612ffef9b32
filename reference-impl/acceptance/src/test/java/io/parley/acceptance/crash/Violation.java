package io.parley.acceptance.crash;

/** Something that must not be. */
record Violation(Kind kind, String detail) {

    enum Kind {
        /** A client never learned what became of a message. */
        UNRESOLVED,
        /** An acknowledged message stands nowhere. */
        LOST,
        /** An acknowledged message stands elsewhere than was said. */
        MOVED,
        /** An id stands in a log, or was shown by a client, more than once. */
        DOUBLED,
        /** Later was put before earlier. */
        REORDERED,
        /** An entry that nobody made, or not so, or that was refused. */
        PHANTOM,
        /** The positions of a log are not 1 … head. */
        HOLE,
        /** Two readers were shown different entries at one position. */
        DIVERGED,
        /** A client was not shown what stands in the log. */
        MISSED,
        /** A list lacks a conversation, or shows another head than the log's. */
        UNLISTED,
        /** Somebody who is no member wrote, was shown or told something, or was let in. */
        UNAUTHORISED
    }
}
