package io.parley.load;

import io.parley.measure.plan.Plan;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What to load, and how much; each is a system property.
 *
 * @param url {@code parley.url}: where the server answers, without a slash at the end
 * @param users {@code parley.users}: how many are connected, each with a socket
 * @param groupSize {@code parley.group-size}: members of each group; each user is in one group and in direct conversations
 * @param messagesPerSecond {@code parley.rate}: sent by all users together, half into groups
 * @param length {@code parley.seconds}: how long messages are sent
 * @param deliveryBound {@code parley.p99-millis}: what the 99th percentile of delivery must stay below (QG-1)
 * @param absent {@code parley.absent}: members who never connect, to see the count of missing deliveries fail
 * @param results {@code parley.results}: the file that figures are appended to
 * @param note {@code parley.note}: conditions of the run that a reader of its figures needs
 */
record LoadSettings(
        URI url,
        int users,
        int groupSize,
        double messagesPerSecond,
        Duration length,
        Duration deliveryBound,
        int absent,
        Optional<Path> results,
        Optional<String> note) {

    /** The server closes a socket that is silent for 60 s; here only messages break the silence. */
    private static final Duration BETWEEN_MESSAGES_MAX = Duration.ofSeconds(20);

    /** An access token lives for 15 minutes, and nobody refreshes here. */
    private static final Duration LENGTH_MAX = Duration.ofMinutes(12);

    LoadSettings {
        check("parley.users", users, users >= 4, "4 or more");
        check(
                "parley.group-size",
                groupSize,
                groupSize >= 3 && groupSize <= Math.min(Plan.MEMBERS_MAX, users),
                "3..min(" + Plan.MEMBERS_MAX + ", users)");
        check("parley.absent", absent, absent >= 0 && absent < users, "0..users-1");
        check("parley.seconds", length.toSeconds(), !length.isZero() && length.compareTo(LENGTH_MAX) <= 0, "1..720");
        check(
                "parley.rate",
                messagesPerSecond,
                messagesPerSecond > 0
                        && betweenMessages(users, messagesPerSecond).compareTo(BETWEEN_MESSAGES_MAX) <= 0,
                "one message of each user in 20 s, or more");
        check("parley.p99-millis", deliveryBound.toMillis(), deliveryBound.toMillis() > 0, "1 or more");
    }

    static LoadSettings fromProperties() {
        return new LoadSettings(
                URI.create(System.getProperty("parley.url", "http://127.0.0.1:8080")),
                Integer.getInteger("parley.users", 50),
                Integer.getInteger("parley.group-size", 10),
                Double.parseDouble(System.getProperty("parley.rate", "50")),
                Duration.ofSeconds(Long.getLong("parley.seconds", 30)),
                Duration.ofMillis(Long.getLong("parley.p99-millis", 1000)),
                Integer.getInteger("parley.absent", 0),
                Optional.ofNullable(System.getProperty("parley.results")).map(Path::of),
                Optional.ofNullable(System.getProperty("parley.note")));
    }

    /** The pace of one user. */
    Duration betweenMessages() {
        return betweenMessages(users, messagesPerSecond);
    }

    URI socketBase() {
        return URI.create("ws" + url.toString().substring("http".length()));
    }

    private static Duration betweenMessages(int users, double messagesPerSecond) {
        return Duration.ofNanos((long) (users / messagesPerSecond * 1e9));
    }

    private static void check(String name, Number value, boolean holds, String expected) {
        if (!holds) {
            throw new IllegalArgumentException(name + "=" + value + ", expected " + expected);
        }
    }
}
