package io.parley.acceptance.log;

import com.datastax.oss.driver.api.core.CqlSession;
import io.parley.idindex.IdBlockProjection;
import io.parley.idindex.cassandra.CassandraIdBlocks;
import io.parley.inbox.Inbox;
import io.parley.inbox.InboxRow;
import io.parley.inbox.InboxRow.ReadMark;
import io.parley.inbox.InboxStore;
import io.parley.inbox.cassandra.CassandraInbox;
import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import io.parley.limits.Limits;
import io.parley.log.ConversationLog;
import io.parley.log.LogRuntime;
import io.parley.log.LogSettings;
import io.parley.log.cassandra.CassandraLogStore;
import io.parley.projection.ProjectionRuntime;
import io.parley.projection.ProjectionSettings;
import io.parley.projection.Projections;
import io.parley.projection.cassandra.CassandraIncarnations;
import io.parley.projection.cassandra.CassandraMarkers;
import io.parley.projection.cassandra.CassandraWatermarks;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One node's log with its projections, on the shared Cassandra. */
final class ProjectedNode implements AutoCloseable {

    /** Requests for inbox rows at the same time. */
    static final int REQUESTS_MAX = 1;

    private final AtomicInteger rowsWritten = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger atOnceMax = new AtomicInteger();
    private final LogNode node;
    private @Nullable Inbox inbox;
    private @Nullable Projections projections;

    ProjectedNode(String keyspace) {
        node = LogNode.announcing(keyspace, this::project);
        projections().start(node.log(), repaired -> {});
    }

    private Projections project(CqlSession session, LogRuntime runtime) {
        Limits limits = Limits.packaged();
        InboxStore store = counted(new CassandraInbox(session));
        Inbox made = new Inbox(
                store,
                limits.inbox().previewCharsMax(),
                REQUESTS_MAX,
                limits.inbox().resumeOverlap(),
                runtime.executor(),
                runtime.clock());
        inbox = made;
        Projections all = new Projections(
                List.of(
                        made.projection(),
                        new IdBlockProjection(
                                new CassandraIdBlocks(session),
                                new CassandraLogStore(session),
                                LogNode.BUCKETS,
                                runtime.executor())),
                new CassandraIncarnations(session),
                new CassandraMarkers(session),
                new CassandraWatermarks(session),
                settings(limits.projection()),
                new ProjectionRuntime(runtime, System::nanoTime));
        projections = all;
        return all;
    }

    private static ProjectionSettings settings(Limits.Projection limits) {
        return new ProjectionSettings(
                limits.lease(),
                limits.deadAfter(),
                Duration.ofSeconds(1),
                limits.repairMax(),
                limits.retryMax(),
                limits.coalesce(),
                limits.coalesceMember(),
                Duration.ofSeconds(20),
                Duration.ofMinutes(1),
                1000,
                256,
                1 << 25,
                new LogSettings.Reads(256, 4_096, 1 << 25),
                limits.saveEntries(),
                16,
                1000);
    }

    private InboxStore counted(InboxStore store) {
        return new InboxStore() {

            @Override
            public List<List<UserId>> together(Collection<UserId> users) {
                return store.together(users);
            }

            @Override
            public CompletionStage<?> write(Map<UserId, InboxRow> rows, Instant writtenAt) {
                rowsWritten.addAndGet(rows.size());
                requests.incrementAndGet();
                atOnceMax.accumulateAndGet(underWay.incrementAndGet(), Math::max);
                return store.write(rows, writtenAt).whenComplete((done, failure) -> underWay.decrementAndGet());
            }

            @Override
            public CompletionStage<?> remove(ConversationId conversation, Map<UserId, Seq> left) {
                return store.remove(conversation, left);
            }

            @Override
            public CompletionStage<?> erasePreview(Collection<UserId> users, ConversationId conversation, Seq message) {
                return store.erasePreview(users, conversation, message);
            }

            @Override
            public CompletionStage<?> writeRead(UserId user, ConversationId conversation, ReadMark read) {
                return store.writeRead(user, conversation, read);
            }

            @Override
            public CompletionStage<List<Stored>> rows(UserId user) {
                return store.rows(user);
            }
        };
    }

    ConversationLog log() {
        return node.log();
    }

    Inbox inbox() {
        return Objects.requireNonNull(inbox);
    }

    Projections projections() {
        return Objects.requireNonNull(projections);
    }

    CqlSession session() {
        return node.session();
    }

    int rowsWritten() {
        return rowsWritten.get();
    }

    /** How many requests took the rows. */
    int requests() {
        return requests.get();
    }

    /** How many of them were under way at the same time, at most. */
    int requestsAtOnceMax() {
        return atOnceMax.get();
    }

    /** The stored rows of a user, without what this node has not written yet. */
    List<InboxStore.Stored> stored(UserId user) {
        return TestConversation.await(new CassandraInbox(node.session()).rows(user));
    }

    @Override
    public void close() {
        TestConversation.await(projections().stop());
        node.close();
    }
}
