package io.parley.simulation;

import io.parley.log.LogSettings;
import io.parley.projection.ProjectionSettings;
import io.parley.simulation.invariant.OwnRules;
import java.time.Duration;

/** The log's numbers, so small that every limit is met within a run. */
final class Numbers {

    static final int BUCKET_ENTRIES = 6;
    static final Duration SKEW = Duration.ofSeconds(2);

    /** A clock may be wrong by so much, so that two differ by the skew at most. */
    static final Duration CLOCK_ERROR_MAX = Duration.ofSeconds(1);

    static final Duration ANSWER_WITHIN = Duration.ofMillis(300);

    static final int ID_WINDOW_ENTRIES = 4;
    private static final int BATCH_ENTRIES_MAX = 3;
    private static final int BATCH_BYTES_MAX = 160;
    private static final int QUEUE_ENTRIES_MAX = 8;
    private static final int QUEUE_BYTES_MAX = 500;
    private static final int SNAPSHOT_EVERY_ENTRIES = 4;

    /** A bucket takes several, and now and then one has to wait. */
    private static final int READ_STEP_ENTRIES = 4;

    private static final int READ_ENTRIES_MAX = 7;
    static final OwnRules RULES = new OwnRules(3, 9);
    private static final Duration BACK_OFF_BASE = Duration.ofMillis(1);
    private static final Duration BACK_OFF_MAX = Duration.ofMillis(40);

    private static final Duration LEASE = Duration.ofMillis(300);
    private static final Duration DEAD_AFTER = Duration.ofMillis(450);
    private static final Duration BEAT = Duration.ofMillis(120);
    private static final Duration REPAIR_MAX = Duration.ofSeconds(5);
    private static final Duration RETRY_MAX = Duration.ofMillis(300);
    static final Duration COALESCE = Duration.ofMillis(120);
    private static final Duration COALESCE_MEMBER = Duration.ofMillis(10);
    private static final Duration IDLE_AFTER = Duration.ofMillis(40);
    private static final Duration SHARD = Duration.ofMillis(350);
    static final int MARKS_MAX = 10_000;
    private static final int ACTIVE_MAX = 100;
    private static final int BACKLOG_ENTRIES_MAX = 4;

    /** Several conversations at once do not fit. */
    private static final long BACKLOG_BYTES_MAX = 4_000;

    private static final int STEP_ENTRIES = 3;

    /** Beside a whole step, others have to wait now and then. */
    private static final int STEPS_ENTRIES_MAX = 4;

    private static final int SAVE_ENTRIES = 2;
    static final int INBOX_REQUESTS_MAX = 1;
    private static final int PARALLEL_MAX = 2;
    private static final int PUT_OFF_MAX = 2;

    private Numbers() {}

    /** A dead node is noticed, and what it left made good, within a run; markers come and go between two applications. */
    static ProjectionSettings projections() {
        return new ProjectionSettings(
                LEASE,
                DEAD_AFTER,
                BEAT,
                REPAIR_MAX,
                RETRY_MAX,
                COALESCE,
                COALESCE_MEMBER,
                IDLE_AFTER,
                SHARD,
                ACTIVE_MAX,
                BACKLOG_ENTRIES_MAX,
                BACKLOG_BYTES_MAX,
                new LogSettings.Reads(STEP_ENTRIES, BATCH_BYTES_MAX, STEPS_ENTRIES_MAX * BATCH_BYTES_MAX),
                SAVE_ENTRIES,
                PARALLEL_MAX,
                PUT_OFF_MAX);
    }

    /** @param cachedBytesMax enough for all states, or for none: what is evicted in between is the cache library's secret */
    static LogSettings log(long cachedBytesMax) {
        return new LogSettings(
                BUCKET_ENTRIES,
                ID_WINDOW_ENTRIES,
                BATCH_ENTRIES_MAX,
                BATCH_BYTES_MAX,
                QUEUE_ENTRIES_MAX,
                QUEUE_BYTES_MAX,
                SNAPSHOT_EVERY_ENTRIES,
                RULES.membersMax(),
                RULES.editEntriesMax(),
                SKEW,
                ANSWER_WITHIN,
                BACK_OFF_BASE,
                BACK_OFF_MAX,
                cachedBytesMax,
                new LogSettings.Reads(READ_STEP_ENTRIES, BATCH_BYTES_MAX, READ_ENTRIES_MAX * BATCH_BYTES_MAX));
    }
}
