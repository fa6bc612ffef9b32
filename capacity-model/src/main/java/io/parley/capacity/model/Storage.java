package io.parley.capacity.model;

/** What is kept: bytes, partitions and the timeline of the largest conversation. */
final class Storage {

    static final double YEAR_DAYS = 365;

    private Storage() {}

    static void solve(Inputs in, Answers out) {
        double entryBytes = in.get(Input.TEXT_BYTES) + in.get(Input.ENVELOPE_BYTES);
        double storedBytes = entryBytes + in.get(Input.TIMELINE_ROW_BYTES);
        double conversations = in.get(Input.USERS) * in.get(Input.CONVERSATIONS_PER_USER);
        double entriesPerDay =
                in.get(Input.USERS) * in.get(Input.MESSAGES_PER_USER_DAY) * in.get(Input.ENTRIES_PER_MESSAGE);
        double entriesKept = entriesPerDay * in.get(Input.RETENTION_DAYS);
        double idleBytes = in.get(Input.CONVERSATION_BYTES)
                + in.get(Input.MEMBERS_PER_CONVERSATION) * in.get(Input.INBOX_ROW_BYTES);
        double storage = (entriesKept * storedBytes + conversations * idleBytes) * copies(in);
        out.set(Answer.ENTRY_BYTES, storedBytes);
        out.set(Answer.CONVERSATIONS, conversations);
        out.set(Answer.ENTRIES_KEPT, entriesKept);
        out.set(Answer.STORAGE_YEAR, entriesPerDay * YEAR_DAYS * storedBytes * copies(in));
        out.set(Answer.STORAGE, storage);
        out.set(Answer.DISK, storage * in.get(Input.COMPACTION_HEADROOM));
        out.set(
                Answer.BLOBS_YEAR,
                in.get(Input.USERS)
                        * in.get(Input.MESSAGES_PER_USER_DAY)
                        * YEAR_DAYS
                        * in.get(Input.MEDIA_SHARE)
                        * in.get(Input.MEDIA_BYTES));
        out.set(Answer.LOG_PARTITIONS, conversations + entriesKept / in.get(Input.BUCKET_ENTRIES));
        out.set(Answer.PARTITION_BYTES, in.get(Input.BUCKET_ENTRIES) * entryBytes);
        out.set(Answer.IDLE_BYTES, idleBytes * copies(in));
        largestConversation(in, out);
    }

    /** Bytes on all disks per byte of columns. */
    static double copies(Inputs in) {
        return in.get(Input.STORAGE_OVERHEAD) * in.get(Input.REPLICATION_FACTOR) * in.get(Input.COPY_REGIONS);
    }

    private static void largestConversation(Inputs in, Answers out) {
        double entries = in.get(Input.LARGEST_CONVERSATION_ENTRIES);
        double leaves = Math.ceil(entries / in.get(Input.LEAF_MESSAGES));
        double levels = 1;
        for (double pages = leaves; pages > 1; pages = Math.ceil(pages / in.get(Input.PAGE_CHILDREN))) {
            levels++;
        }
        out.set(Answer.LARGEST_PARTITIONS, Math.ceil(entries / in.get(Input.BUCKET_ENTRIES)));
        out.set(Answer.TIMELINE_LEAVES, leaves);
        out.set(Answer.TIMELINE_LEVELS, levels);
    }
}
