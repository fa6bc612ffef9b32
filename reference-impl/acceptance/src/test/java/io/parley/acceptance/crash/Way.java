package io.parley.acceptance.crash;

/** How somebody tries to get into a conversation of others. */
enum Way {
    SEND,
    SEND_BY_FRAME,
    LOOK,
    READ_ENTRIES,
    READ_MESSAGES,
    /** Asks how far all conversations are, and hopes that this one is named. */
    RESUME;

    /** What became of a try. */
    enum Outcome {
        /** There is no such thing, or it is not theirs to see. */
        REFUSED,
        /** The server could not tell, or the connection broke. */
        UNANSWERED,
        LET_IN
    }
}
