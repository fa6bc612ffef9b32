package io.parley.acceptance.crash;

import static org.awaitility.Awaitility.await;

import io.parley.kernel.ConversationId;
import io.parley.limits.Limits;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;

/**
 * One round: three people, two of whom write, and a fourth who tries to get into their conversations; something dies or stalls
 * at a random moment and comes back; they go on until no message is unresolved and everybody has been shown everything.
 */
final class CrashRound {

    static final int ACKNOWLEDGED_MIN = 500;

    private static final Duration SEND_PERIOD = Duration.ofMillis(10);
    private static final long MEANWHILE_MESSAGES = 50;

    /** More than may have waited since before the end of the trouble. */
    private static final int AFTERWARDS_MIN = Typist.UNANSWERED_MAX * 3 / 2;

    private static final Duration STALL_MAX = Duration.ofSeconds(1);
    private static final Duration LEASE = Limits.packaged().projection().lease();
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final System.Logger LOG = System.getLogger(CrashRound.class.getName());

    private final Trouble trouble;
    private final Random random;
    private final Laps laps = new Laps();

    CrashRound(Trouble trouble, long seed) {
        this.trouble = trouble;
        this.random = new Random(seed);
    }

    CrashReport play() {
        URI address = trouble.address();
        List<ChatClient> clients = Stream.generate(() -> new ChatClient(Rest.register(address), random.nextLong()))
                .limit(3)
                .toList();
        try {
            return play(clients.get(0), clients.get(1), clients);
        } finally {
            clients.forEach(ChatClient::close);
        }
    }

    private CrashReport play(ChatClient first, ChatClient second, List<ChatClient> all) {
        List<ChatClient> others = all.subList(1, all.size());
        ConversationId group = first.creating(others, () -> first.rest()
                .createGroup(others.stream().map(ChatClient::rest).toList()));
        ConversationId direct =
                second.creating(List.of(first), () -> second.rest().createDirect(first.rest()));
        all.forEach(ChatClient::connect);
        awaitThat("all are online", () -> all.stream().allMatch(CrashRound::isComplete));
        laps.end("gathering");
        try (Intruder intruder =
                new Intruder(Rest.register(trouble.address()), List.of(group, direct), random.nextLong())) {
            intruder.start();
            return play(group, direct, all, intruder);
        }
    }

    private CrashReport play(ConversationId group, ConversationId direct, List<ChatClient> all, Intruder intruder) {
        ChatClient first = all.get(0);
        ChatClient second = all.get(1);
        Moments moments;
        try (Typist one = new Typist(first, List.of(group, direct), SEND_PERIOD);
                Typist other = new Typist(second, List.of(direct, group), SEND_PERIOD)) {
            // Two people, before and after: together at least as many as a round must have.
            int each = ACKNOWLEDGED_MIN / 2;
            int before = AFTERWARDS_MIN + random.nextInt(each - 2 * AFTERWARDS_MIN);
            awaitAtLeast("the load runs", before, one, other);
            awaitTries("somebody tries to get in", intruder);
            laps.end("load");
            moments = strikeAndMend(all, one, other);
            laps.end("trouble");
            awaitMore("the load goes on", AFTERWARDS_MIN, one, other);
            awaitAtLeast("the load was enough", each, one, other);
            awaitTries("somebody tries on", intruder);
            laps.end("load");
        }
        // What does not settle is told by the checker, which knows more.
        settle(() -> all.stream().allMatch(client -> client.progress().unresolved() == 0));
        settle(() -> all.stream().allMatch(CrashRound::isComplete));
        laps.end("settling");
        List<History> histories = Stream.concat(all.stream().map(ChatClient::history), Stream.of(intruder.history()))
                .toList();
        Stream<View> members = all.stream()
                .map(client -> view(client.rest(), client == all.get(2) ? List.of(group) : List.of(group, direct)));
        CrashReport report = CrashReport.of(
                histories,
                Stream.concat(members, Stream.of(view(intruder.rest(), List.of())))
                        .toList(),
                moments);
        laps.end("judging");
        return report;
    }

    /** Where the time of the round went. */
    Laps laps() {
        return laps;
    }

    private void awaitMeanwhile(List<ChatClient> all, Typist one, Typist other) {
        switch (trouble.meanwhile()) {
            case NOTHING -> LockSupport.parkNanos(random.nextLong(STALL_MAX.toNanos()));
            case A_LEASE_MAY_END ->
                LockSupport.parkNanos(
                        random.nextLong(STALL_MAX.toNanos()) + (random.nextBoolean() ? LEASE.toNanos() : 0));
            case AN_OUTCOME_IS_UNKNOWN -> awaitThat("an outcome is unknown", () -> undecided(all) > 0);
            case MESSAGES_GO_ON -> awaitMore("messages go on", MEANWHILE_MESSAGES, one, other);
            case MESSAGES_GO_ON_UNNOTICED_AND_NOTICED -> {
                awaitMore("messages go on", MEANWHILE_MESSAGES, one, other);
                trouble.awaitNoticed();
                awaitMore("messages go on, as everybody knows", MEANWHILE_MESSAGES, one, other);
            }
            case NOTHING_IS_DECIDED -> {
                awaitThat("an outcome is unknown", () -> undecided(all) > 0);
                trouble.awaitNoticed();
            }
        }
    }

    private Moments strikeAndMend(List<ChatClient> all, Typist one, Typist other) {
        awaitSomeMoment(all.get(0));
        long strikes = System.nanoTime();
        long holds;
        long mends;
        try {
            trouble.strike(random);
            holds = System.nanoTime();
            awaitMeanwhile(all, one, other);
        } finally {
            mends = System.nanoTime();
            trouble.mend(random);
        }
        return new Moments(strikes, holds, mends, System.nanoTime());
    }

    /** Half of the seeds wait until something is on the wire, the others strike whenever it comes. */
    private void awaitSomeMoment(ChatClient client) {
        LockSupport.parkNanos(random.nextLong(SEND_PERIOD.toNanos()));
        if (random.nextBoolean()) {
            await("a message is under way")
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> client.progress().unresolved() > 0);
        }
    }

    /** The client has applied what its own list of conversations names as heads. */
    private static boolean isComplete(ChatClient client) {
        return client.progress().applied().equals(client.rest().listedHeads());
    }

    private static View view(Rest rest, List<ConversationId> conversations) {
        Map<ConversationId, List<LogEntry>> logs =
                conversations.stream().collect(Collectors.toMap(id -> id, rest::allEntries));
        return new View(rest.user(), rest.listedHeads(), logs);
    }

    /** From now on, one try of each way is answered. */
    private static void awaitTries(String what, Intruder intruder) {
        long before = intruder.history().all(Event.Tried.class).count();
        awaitThat(what, () -> intruder.history()
                .all(Event.Tried.class)
                .skip(before)
                .filter(tried -> tried.outcome() != Way.Outcome.UNANSWERED)
                .map(Event.Tried::way)
                .collect(Collectors.toSet())
                .containsAll(Set.of(Way.values())));
    }

    private static long undecided(List<ChatClient> clients) {
        return clients.stream()
                .mapToLong(client -> client.history().all(Event.Undecided.class).count())
                .sum();
    }

    /** Each of them is acknowledged so many messages more. */
    private static void awaitMore(String what, long count, Typist one, Typist other) {
        long first = one.acknowledged() + count;
        long second = other.acknowledged() + count;
        awaitThat(what, () -> one.acknowledged() >= first && other.acknowledged() >= second);
    }

    /** Each of them was acknowledged so many messages in all. */
    private static void awaitAtLeast(String what, long count, Typist one, Typist other) {
        awaitThat(what, () -> one.acknowledged() >= count && other.acknowledged() >= count);
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
