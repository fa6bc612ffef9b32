package io.parley.acceptance.crash;

import static org.awaitility.Awaitility.await;

import io.parley.acceptance.OwnInstallation;
import io.parley.kernel.ConversationId;
import io.parley.kernel.EntryId;
import io.parley.kernel.Seq;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;

/**
 * One round: three people, two of whom write; everything dies at a random moment and comes back; they go on until no
 * message is unresolved and everybody has been shown everything.
 */
final class CrashRound {

    /**
     * What happened.
     *
     * @param inDoubt messages sent before the kill whose answer had not come
     */
    record Report(long seed, int sent, int acknowledged, int inDoubt, List<Violation> violations) {}

    private static final Duration SEND_PERIOD = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final System.Logger LOG = System.getLogger(CrashRound.class.getName());

    private final OwnInstallation installation;
    private final long seed;
    private final Random random;

    CrashRound(OwnInstallation installation, long seed) {
        this.installation = installation;
        this.seed = seed;
        this.random = new Random(seed);
    }

    Report play() {
        List<ChatClient> clients = Stream.generate(
                        () -> new ChatClient(Rest.register(installation.address()), random.nextLong()))
                .limit(3)
                .toList();
        try {
            return play(clients.get(0), clients.get(1), clients);
        } finally {
            clients.forEach(ChatClient::close);
        }
    }

    private Report play(ChatClient first, ChatClient second, List<ChatClient> all) {
        ConversationId group = first.creating(() -> first.rest()
                .createGroup(all.stream().skip(1).map(ChatClient::rest).toList()));
        ConversationId direct = second.creating(() -> second.rest().createDirect(first.rest()));
        all.forEach(ChatClient::connect);
        awaitThat("all are online", () -> all.stream().allMatch(CrashRound::isComplete));
        long killedAt;
        try (Typist one = new Typist(first, List.of(group, direct), SEND_PERIOD);
                Typist other = new Typist(second, List.of(direct, group), SEND_PERIOD)) {
            int before = 40 + random.nextInt(80);
            awaitThat("the load runs", () -> one.acknowledged() >= before && other.acknowledged() >= before);
            killedAt = killAtSomeMoment(first);
            installation.restart();
            long then = one.acknowledged() + other.acknowledged();
            awaitThat("the load goes on", () -> one.acknowledged() + other.acknowledged() >= then + 2L * before);
        }
        // What does not settle is told by the checker, which knows more.
        settle(() -> all.stream().allMatch(client -> client.progress().unresolved() == 0));
        settle(() -> all.stream().allMatch(CrashRound::isComplete));
        List<History> histories = all.stream().map(ChatClient::history).toList();
        List<View> views = all.stream()
                .map(client -> view(client, client == all.get(2) ? List.of(group) : List.of(group, direct)))
                .toList();
        return report(histories, views, killedAt);
    }

    /** Half of the seeds wait until something is on the wire, the others strike whenever it comes. */
    private long killAtSomeMoment(ChatClient client) {
        LockSupport.parkNanos(random.nextLong(SEND_PERIOD.toNanos()));
        if (random.nextBoolean()) {
            await("a message is under way")
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> client.progress().unresolved() > 0);
        }
        long now = System.nanoTime();
        installation.killEverything(random);
        return now;
    }

    private Report report(List<History> histories, List<View> views, long killedAt) {
        Map<EntryId, Long> answered = histories.stream()
                .flatMap(history -> history.all(Event.Acknowledged.class))
                .collect(Collectors.toMap(Event.Acknowledged::id, Event.Acknowledged::nanos));
        int inDoubt = (int) histories.stream()
                .flatMap(history -> history.all(Event.Sent.class))
                .filter(sent -> sent.nanos() - killedAt < 0)
                .filter(sent -> !answered.containsKey(sent.id()) || answered.get(sent.id()) - killedAt > 0)
                .count();
        int sent = (int) histories.stream()
                .mapToLong(history -> history.all(Event.Sent.class).count())
                .sum();
        return new Report(seed, sent, answered.size(), inDoubt, Checker.check(histories, views));
    }

    /** The client has applied what its own list of conversations names as heads. */
    private static boolean isComplete(ChatClient client) {
        return client.progress().applied().equals(client.rest().listedHeads());
    }

    private static View view(ChatClient client, List<ConversationId> conversations) {
        Map<ConversationId, List<LogEntry>> logs = conversations.stream()
                .collect(Collectors.toMap(id -> id, id -> client.rest().allEntries(id)));
        Map<ConversationId, Seq> heads = client.rest().listedHeads();
        return new View(client.user(), heads, logs);
    }

    private static void awaitThat(String what, Callable<Boolean> condition) {
        await(what).atMost(PATIENCE).pollDelay(Duration.ZERO).pollInterval(POLL).until(condition);
    }

    /** Tries again also after an answer that the server is too busy. */
    private static void settle(Callable<Boolean> condition) {
        try {
            await("everything settles")
                    .atMost(PATIENCE)
                    .pollInterval(POLL)
                    .ignoreExceptions()
                    .until(condition);
        } catch (ConditionTimeoutException unsettled) {
            LOG.log(System.Logger.Level.WARNING, "something did not settle", unsettled);
        }
    }
}
