package io.parley.log;

import io.parley.limits.Limits;
import java.time.Duration;

/**
 * The numbers that govern the log. Those of the contract come from the limits file; the rest are the node's own.
 *
 * @param bucketEntries entries per store partition; fixed for ever, as it decides where an entry stands
 * @param idWindowEntries entries whose ids the folded state remembers
 * @param batchEntriesMax entries of one conditional batch
 * @param batchBytesMax UTF-8 bytes of content of one conditional batch
 * @param queueEntriesMax commands that wait for one conversation
 * @param queueBytesMax UTF-8 bytes of content of all that wait for one conversation; at least those of one batch
 * @param snapshotEveryEntries entries between two snapshots
 * @param membersMax members of a conversation
 * @param editEntriesMax entries from a message to its last edit, so that finding its edits is bounded
 * @param skew how far an id's time or {@code sentAt} may lie in the future
 * @param answerWithin after this time a command is answered {@link Outcome.Unknown} or {@link Outcome.Unavailable}, and a read
 *     that still waits for room is given up
 * @param backOffBase first bound of the jittered wait after a lost race or an unknown outcome
 * @param backOffMax last bound of that wait
 * @param cachedBytesMax bytes of folded states that the node keeps
 * @param reads how much the node reads
 */
public record LogSettings(
        int bucketEntries,
        int idWindowEntries,
        int batchEntriesMax,
        int batchBytesMax,
        int queueEntriesMax,
        int queueBytesMax,
        int snapshotEveryEntries,
        int membersMax,
        int editEntriesMax,
        Duration skew,
        Duration answerWithin,
        Duration backOffBase,
        Duration backOffMax,
        long cachedBytesMax,
        Reads reads) {

    /**
     * How much a node reads.
     *
     * @param stepEntries entries that are read at once
     * @param entryBytesMax the largest content that an entry has, in UTF-8 bytes
     * @param bytesMax bytes of contents that are on their way from the store or in use, all together; at least a step of the
     *     largest
     */
    public record Reads(int stepEntries, int entryBytesMax, long bytesMax) {

        /** A character that JSON has to write as a number takes six. */
        private static final int JSON_BYTES_PER_BYTE = 6;

        /** What stands around a text. */
        private static final int AROUND_BYTES = 256;

        private static final int STEP_ENTRIES = 32;

        public Reads {
            positive("stepEntries", stepEntries);
            positive("entryBytesMax", entryBytesMax);
            if (bytesMax < (long) stepEntries * entryBytesMax) {
                throw new IllegalArgumentException(
                        "bytesMax=" + bytesMax + ", expected at least a step of " + (long) stepEntries * entryBytesMax);
            }
        }

        /** A node's own, for the contract's texts. */
        public static Reads of(Limits limits, long bytesMax) {
            return new Reads(
                    STEP_ENTRIES, JSON_BYTES_PER_BYTE * limits.message().textBytesMax() + AROUND_BYTES, bytesMax);
        }

        /** How many of the largest entries fit. */
        public long entriesMax() {
            return bytesMax / entryBytesMax;
        }
    }

    public LogSettings {
        positive("bucketEntries", bucketEntries);
        positive("idWindowEntries", idWindowEntries);
        positive("batchEntriesMax", batchEntriesMax);
        positive("batchBytesMax", batchBytesMax);
        positive("queueEntriesMax", queueEntriesMax);
        if (queueBytesMax < batchBytesMax) {
            throw new IllegalArgumentException(
                    "queueBytesMax=" + queueBytesMax + ", expected at least a batch of " + batchBytesMax);
        }
        positive("snapshotEveryEntries", snapshotEveryEntries);
        positive("membersMax", membersMax);
        positive("editEntriesMax", editEntriesMax);
        positive("backOffBase", backOffBase.toNanos());
        positive("cachedBytesMax", cachedBytesMax);
    }

    /** The contract's numbers, and the node's own. */
    public static LogSettings of(
            Limits limits,
            Duration answerWithin,
            Duration backOffBase,
            Duration backOffMax,
            long cachedBytesMax,
            long readBytesMax) {
        Limits.Log log = limits.log();
        return new LogSettings(
                log.bucketEntries(),
                log.idWindowEntries(),
                log.batchEntriesMax(),
                log.batchBytesMax(),
                log.queueEntriesMax(),
                log.queueBytesMax(),
                log.snapshotEveryEntries(),
                limits.conversation().membersMax(),
                limits.message().editEntriesMax(),
                limits.time().skew(),
                answerWithin,
                backOffBase,
                backOffMax,
                cachedBytesMax,
                Reads.of(limits, readBytesMax));
    }

    private static void positive(String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException(name + "=" + value + ", expected more than 0");
        }
    }
}
