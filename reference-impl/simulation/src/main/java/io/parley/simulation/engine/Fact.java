package io.parley.simulation.engine;

/** What may occur in a run and is counted: a fault that nobody meets proves nothing. */
public enum Fact {
    // The network between clients and nodes.
    REQUEST_LOST,
    REQUEST_DOUBLED,
    ANSWER_LOST,
    NO_SUCH_NODE,
    // Nodes.
    CRASH,
    PAUSE,
    SLOW_NODE,
    CLOCK_ERROR,
    SMALL_CACHE,
    // The store.
    APPEND_NEVER_ARRIVED,
    APPEND_ANSWER_LOST,
    APPEND_LATE,
    APPEND_LATE_AFTER_DEATH,
    APPEND_LATE_AFTER_EMPTY_SERIAL_READ,
    APPEND_HUNG,
    HUNG_APPEND_WRITTEN,
    HUNG_APPEND_DROPPED,
    READ_FAILED,
    READ_BEHIND,
    STORE_STALLED,
    SNAPSHOT_NOT_SAVED,
    SNAPSHOT_STALE,
    SNAPSHOT_USED,
    BUCKET_RETIRED,
    APPEND_REFUSED_AS_RETIRED,
    CONTENT_ERASED,
    NEWER_NODE_WROTE,
    // What the log met.
    BUCKET_ROLL,
    LOOK_BACK,
    LOST_RACE,
    UNKNOWN_OUTCOME,
    SETTLED_AS_WRITTEN,
    GROUP_COMMIT,
    // Answers.
    APPENDED,
    REPEATED,
    REFUSED_ID_IN_USE,
    REFUSED_CLOCK_SKEW,
    REFUSED_NOT_A_MEMBER,
    REFUSED_READ_ONLY,
    ANSWERED_UNKNOWN,
    ANSWERED_OVERLOADED,
    ANSWERED_UNAVAILABLE,
    GIVEN_UP
}
