package io.parley.log;

import com.datastax.oss.driver.api.core.CqlSession;
import com.github.f4b6a3.uuid.UuidCreator;
import io.parley.kernel.ConversationId;
import io.parley.kernel.EntryId;
import io.parley.kernel.UserId;
import io.parley.limits.Limits;
import io.parley.log.cassandra.CassandraLogStore;
import io.parley.log.cassandra.UnguardedAppend;
import io.parley.schema.CassandraProperties;
import io.parley.schema.cassandra.CassandraSessions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A log as a server node has it, on the Cassandra that the runner started. */
final class BenchmarkNode implements AutoCloseable {

    /** Names the Cassandra, as host:port. */
    static final String CONTACT_POINT = "parley.benchmark.cassandra";

    private static final long CACHE_BYTES = 16L << 20;
    private static final long READ_BYTES = 16L << 20;

    private final CqlSession session;
    private final ExecutorService executor = Executors.newFixedThreadPool(2);
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final CassandraLogStore store;
    private final UnguardedAppend unguarded;
    private final ConversationLog log;

    private BenchmarkNode(String contactPoint) {
        session = CassandraSessions.open(new CassandraProperties(
                List.of(contactPoint), "datacenter1", "parley", 1, Duration.ofSeconds(10), Duration.ofMinutes(2)));
        store = new CassandraLogStore(session);
        unguarded = new UnguardedAppend(session);
        LogRuntime runtime = new LogRuntime(
                executor,
                (delay, task) -> {
                    var unused = timer.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
                },
                InstantSource.system(),
                new SecureRandom());
        log = new ConversationLog(store, settings(), runtime, committed -> {});
    }

    /** @throws IllegalStateException when no Cassandra is named */
    static BenchmarkNode connected() {
        String contactPoint = System.getProperty(CONTACT_POINT);
        if (contactPoint == null) {
            throw new IllegalStateException(CONTACT_POINT + " is not set, expected the runner to start a Cassandra");
        }
        return new BenchmarkNode(contactPoint);
    }

    CassandraLogStore store() {
        return store;
    }

    UnguardedAppend unguarded() {
        return unguarded;
    }

    ConversationLog log() {
        return log;
    }

    /** Appends entry 1 of a group whose only member is the user. */
    ConversationId newGroup(UserId user) {
        ConversationId conversation = new ConversationId(UuidCreator.getTimeOrderedEpoch());
        TreeMap<UserId, Role> members = new TreeMap<>();
        members.put(user, Role.OWNER);
        Content.Created created = new Content.Created(ConversationType.GROUP, "Benchmark", members);
        Outcome outcome = log.append(
                        conversation, new Command(EntryId.ofConversation(conversation), user, created, null))
                .toCompletableFuture()
                .join();
        if (!(outcome instanceof Outcome.Appended)) {
            throw new IllegalStateException("entry 1 was not written: " + outcome);
        }
        return conversation;
    }

    private static LogSettings settings() {
        return LogSettings.of(
                Limits.packaged(),
                Duration.ofSeconds(10),
                Duration.ofMillis(2),
                Duration.ofMillis(200),
                CACHE_BYTES,
                READ_BYTES);
    }

    @Override
    public void close() {
        timer.shutdownNow();
        executor.shutdown();
        session.close();
    }
}
