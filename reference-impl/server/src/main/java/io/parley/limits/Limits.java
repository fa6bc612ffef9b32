package io.parley.limits;

import java.time.Duration;

/**
 * The limits of the public contract, as {@code spec/data/limits.yaml} states them: one accessor per key, named like the
 * key, with {@code -seconds} turned into a {@link Duration}. Immutable.
 */
public record Limits(
        Log log,
        Time time,
        Token token,
        Account account,
        Contact contact,
        Conversation conversation,
        Message message,
        Page page,
        Inbox inbox,
        Receipt receipt,
        Projection projection,
        Http http,
        Socket socket) {

    /**
     * The limits that are packed into this build.
     *
     * @throws IllegalStateException if the file and this type differ, naming the key
     */
    public static Limits packaged() {
        return LimitsFile.readPackaged();
    }

    /** The conversation log. */
    public record Log(
            int bucketEntries,
            int idWindowEntries,
            int batchEntriesMax,
            int batchBytesMax,
            int queueEntriesMax,
            int queueBytesMax,
            int snapshotEveryEntries) {}

    /** Clocks that differ. */
    public record Time(Duration skew) {}

    /** Access and refresh tokens, and how old may be what is known of a session: while PostgreSQL answers, and while not. */
    public record Token(
            Duration access,
            Duration refresh,
            Duration refreshGrace,
            Duration sessionCache,
            Duration sessionStaleMax) {}

    /** What a user may call themselves. */
    public record Account(
            int usernameCharsMin,
            int usernameCharsMax,
            int passwordCodePointsMin,
            int passwordCodePointsMax,
            int displayNameCharsMax,
            int emailCharsMax,
            int deviceNameCharsMax) {}

    /** Blocks between users, and how old what is known of them may be: while PostgreSQL answers, and while it does not. */
    public record Contact(int blocksMax, Duration blockCache, Duration blockStaleMax) {}

    /** Members and title. */
    public record Conversation(int membersMax, int groupOthersMin, int titleCharsMax) {}

    /** The content of a message, and how long it may be edited. */
    public record Message(int textBytesMax, int editEntriesMax) {}

    /** Pages of history and of the list; bytes of history only, and how many of history are in work at the same time. */
    public record Page(int defaultEntries, int entriesMax, int bytesMax, int inWorkOfUserMax, int inWorkMax) {}

    /** The list of a user's conversations. */
    public record Inbox(int previewCharsMax, Duration resumeOverlap) {}

    /** Delivered and read marks. */
    public record Receipt(Duration coalesce, int namedMembersMax) {}

    /** What keeps projections up to date. */
    public record Projection(
            Duration coalesce,
            Duration coalesceMember,
            Duration lease,
            Duration deadAfter,
            Duration repairMax,
            Duration retryMax,
            int saveEntries) {}

    /**
     * Requests; how many are in work at the same time: of one user, of all who are nobody yet, and of those at one address, some of
     * them only for addresses that have none; and how slowly bodies and answers may move.
     */
    public record Http(
            int bodyBytesMax,
            int headerBytesMax,
            int requestsOfUserMax,
            int requestsOfNobodyMax,
            int requestsOfAddressMax,
            int requestsKeptForNew,
            int bytesPerSecondMin,
            Duration rateGrace) {}

    /** WebSocket connections. */
    public record Socket(
            int frameBytesMax,
            Duration authenticate,
            Duration pingMax,
            Duration silenceMax,
            int pendingBytesMax,
            int inFlightRequestsMax,
            int headsPerFrameMax) {}
}
