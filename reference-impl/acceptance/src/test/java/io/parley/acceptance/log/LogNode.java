package io.parley.acceptance.log;

import com.datastax.oss.driver.api.core.CqlSession;
import io.parley.embedded.Stores;
import io.parley.idindex.IdBlocks;
import io.parley.idindex.cassandra.CassandraIdBlocks;
import io.parley.limits.Limits;
import io.parley.log.Admission;
import io.parley.log.Announcements;
import io.parley.log.Buckets;
import io.parley.log.ConversationLog;
import io.parley.log.EntriesCommitted;
import io.parley.log.EntryReads;
import io.parley.log.IdIndex;
import io.parley.log.LogRuntime;
import io.parley.log.LogSettings;
import io.parley.log.LogStore;
import io.parley.log.cassandra.CassandraLogStore;
import io.parley.schema.CassandraProperties;
import io.parley.schema.cassandra.CassandraSessions;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** One node's log with threads, caches and a driver session of its own, on the shared Cassandra. */
final class LogNode implements AutoCloseable {

    /** Where the tests keep theirs, apart by random ids. */
    static final String KEYSPACE = "parley";

    static final Buckets BUCKETS = new Buckets(Limits.packaged().log().bucketEntries());

    private static final long CACHE_BYTES = 16L << 20;
    private static final long READ_BYTES = 16L << 20;

    private final CqlSession session;
    private final ExecutorService executor = Executors.newFixedThreadPool(2);
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final ConversationLog log;

    private LogNode(
            String keyspace,
            UnaryOperator<LogStore> faults,
            BiFunction<CqlSession, LogRuntime, Announcements> announcements,
            BiFunction<CqlSession, LogRuntime, IdIndex> index,
            Consumer<EntriesCommitted> listener) {
        session = session(keyspace);
        LogRuntime runtime = new LogRuntime(
                executor,
                (delay, task) -> {
                    var unused = timer.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
                },
                InstantSource.system(),
                new SecureRandom());
        LogStore store = faults.apply(new CassandraLogStore(session));
        log = new ConversationLog(
                store,
                new EntryReads(store, settings(), runtime),
                settings(),
                runtime,
                announcements.apply(session, runtime),
                index.apply(session, runtime),
                Admission.ALWAYS,
                listener);
    }

    /** A session on the shared Cassandra; whoever asks closes it. */
    static CqlSession session(String keyspace) {
        return CassandraSessions.open(properties(keyspace));
    }

    static LogNode onTheSharedCassandra() {
        return withFaults(UnaryOperator.identity(), committed -> {});
    }

    static LogNode withFaults(UnaryOperator<LogStore> faults, Consumer<EntriesCommitted> listener) {
        return new LogNode(
                KEYSPACE,
                faults,
                (session, runtime) -> Announcements.NONE,
                (session, runtime) -> IdIndex.NONE,
                listener);
    }

    /** A node whose log is announced by what is made from its session and its runtime, and that uses the index of ids. */
    static LogNode announcing(String keyspace, BiFunction<CqlSession, LogRuntime, Announcements> announcements) {
        return new LogNode(
                keyspace,
                UnaryOperator.identity(),
                announcements,
                (session, runtime) -> new IdBlocks(new CassandraIdBlocks(session), BUCKETS, runtime.executor()),
                committed -> {});
    }

    ConversationLog log() {
        return log;
    }

    CqlSession session() {
        return session;
    }

    private static CassandraProperties properties(String keyspace) {
        InetSocketAddress point = Stores.shared().cassandra().contactPoint();
        return new CassandraProperties(
                List.of(point.getHostString() + ":" + point.getPort()),
                "datacenter1",
                keyspace,
                1,
                Duration.ofSeconds(3),
                Duration.ofMinutes(2));
    }

    /** The contract's numbers, with a shorter patience. */
    private static LogSettings settings() {
        return LogSettings.of(
                Limits.packaged(),
                Duration.ofSeconds(2),
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
