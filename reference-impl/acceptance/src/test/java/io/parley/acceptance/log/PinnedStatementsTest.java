package io.parley.acceptance.log;

import static com.datastax.oss.driver.api.core.ConsistencyLevel.LOCAL_QUORUM;
import static com.datastax.oss.driver.api.core.ConsistencyLevel.LOCAL_SERIAL;
import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.github.f4b6a3.uuid.UuidCreator;
import io.parley.acceptance.log.SentStatements.Said;
import io.parley.evidence.Verifies;
import io.parley.kernel.ConversationId;
import io.parley.kernel.EntryId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import io.parley.log.Digest;
import io.parley.log.Entry;
import io.parley.log.LogStore.Consistency;
import io.parley.log.LogStore.Snapshot;
import io.parley.log.cassandra.CassandraLogStore;
import io.parley.projection.IncarnationStore.Beat;
import io.parley.projection.MarkerStore.Place;
import io.parley.projection.cassandra.CassandraIncarnations;
import io.parley.projection.cassandra.CassandraMarkers;
import io.parley.projection.cassandra.CassandraWatermarks;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each statement says its consistency itself. One replica answers the same without, so that no other test would miss it. */
@ExtendWith(SharedSession.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PinnedStatementsTest {

    private static final Said PLAIN = new Said(LOCAL_QUORUM, null, true);
    private static final Instant AT = Instant.parse("2026-11-26T10:00:00Z");

    private final SentStatements sent = new SentStatements();
    private final CqlSession session;
    private final ConversationId conversation = new ConversationId(UuidCreator.getTimeOrderedEpoch());

    /** @param migrated has made the tables, if nobody had */
    PinnedStatementsTest(CqlSession migrated) {
        session = sent.session();
    }

    @AfterAll
    void close() {
        session.close();
    }

    private static Entry entry(long seq, @Nullable Instant sentAt) {
        return new Entry(
                new Entry.Envelope(
                        new Seq(seq),
                        new EntryId(UuidCreator.getTimeOrderedEpoch()),
                        new UserId(UUID.randomUUID()),
                        "message",
                        1,
                        seq,
                        AT,
                        sentAt,
                        new Digest("0123456789abcdef".repeat(4))),
                new Entry.Body(UUID.randomUUID(), "{\"text\":\"hello\"}"));
    }

    @Test
    @Verifies({"INV-1", "INV-2", "INV-3"})
    void changeTheLogAtASerialQuorumAndNotTwiceBehindItsBack() {
        CassandraLogStore log = new CassandraLogStore(session);

        assertThat(sent.saidBy(log.append(conversation, 0, List.of(entry(1, null), entry(2, null)))))
                .isEqualTo(new Said(LOCAL_QUORUM, LOCAL_SERIAL, false));
        assertThat(sent.saidBy(log.erase(conversation, 0, new Seq(1))))
                .isEqualTo(new Said(LOCAL_QUORUM, LOCAL_SERIAL, true));
    }

    @Test
    @Verifies({"INV-1", "INV-3"})
    void readTheLogAsTheySay() {
        CassandraLogStore log = new CassandraLogStore(session);

        assertThat(sent.saidBy(log.read(conversation, 0, new Seq(1), new Seq(2), Consistency.SERIAL)))
                .isEqualTo(new Said(LOCAL_SERIAL, null, true));
        assertThat(sent.saidBy(log.read(conversation, 0, new Seq(1), new Seq(2), Consistency.QUORUM)))
                .isEqualTo(PLAIN);
        assertThat(sent.saidBy(log.ids(conversation, 0, new Seq(1), new Seq(2))))
                .isEqualTo(PLAIN);
    }

    @Test
    @Verifies("INV-3")
    void writeAndReadSnapshotsAtAQuorum() {
        CassandraLogStore log = new CassandraLogStore(session);

        assertThat(sent.saidBy(log.saveSnapshot(conversation, new Snapshot(new Seq(1), 1, "{}"))))
                .isEqualTo(PLAIN);
        assertThat(sent.saidBy(log.latestSnapshot(conversation))).isEqualTo(PLAIN);
    }

    @Test
    @Verifies("INV-7")
    void writeAndReadMarkersAtAQuorum() {
        CassandraMarkers markers = new CassandraMarkers(session);
        UUID incarnation = UUID.randomUUID();
        Place place = new Place(incarnation, 1, conversation);

        assertThat(sent.saidBy(markers.put(place, 1))).isEqualTo(PLAIN);
        assertThat(sent.saidBy(markers.list(incarnation, 1, Optional.empty(), 10)))
                .isEqualTo(PLAIN);
        assertThat(sent.saidBy(markers.list(incarnation, 1, Optional.of(conversation), 10)))
                .isEqualTo(PLAIN);
        assertThat(sent.saidBy(markers.drop(place, 2))).isEqualTo(PLAIN);
        assertThat(sent.saidBy(markers.clear(incarnation, 1))).isEqualTo(PLAIN);
    }

    @Test
    @Verifies("INV-7")
    void changeIncarnationsAtASerialQuorum() {
        CassandraIncarnations incarnations = new CassandraIncarnations(session);
        UUID incarnation = UUID.randomUUID();
        Said conditional = new Said(LOCAL_QUORUM, LOCAL_SERIAL, false);

        assertThat(sent.saidBy(incarnations.register(new Beat(incarnation, 1, 1, 1, false))))
                .isEqualTo(conditional);
        assertThat(sent.saidBy(incarnations.renew(new Beat(incarnation, 2, 1, 1, false))))
                .isEqualTo(conditional);
        assertThat(sent.saidBy(incarnations.declareDead(incarnation, 2))).isEqualTo(conditional);
        assertThat(sent.saidBy(incarnations.all())).isEqualTo(PLAIN);
        assertThat(sent.saidBy(incarnations.remove(incarnation))).isEqualTo(conditional);
    }

    @Test
    @Verifies("INV-7")
    void writeAndReadWatermarksAtAQuorum() {
        CassandraWatermarks watermarks = new CassandraWatermarks(session);

        assertThat(sent.saidBy(watermarks.save(conversation, "inbox", new Seq(1))))
                .isEqualTo(PLAIN);
        assertThat(sent.saidBy(watermarks.read(conversation))).isEqualTo(PLAIN);
        assertThat(sent.saidBy(watermarks.built("pinned"))).isEqualTo(PLAIN);
        assertThat(sent.saidBy(watermarks.isBuilt("pinned"))).isEqualTo(PLAIN);
    }

    /** A null would be a tombstone in the log for each message of a client that leaves its time to the server. */
    @Test
    @Verifies("MSG-21")
    void writeNoTombstoneForATimeThatIsNotThere() {
        CassandraLogStore log = new CassandraLogStore(session);
        BatchStatement batch =
                (BatchStatement) sent.of(log.append(conversation, 0, List.of(entry(1, null), entry(2, AT))));

        assertThat(batch)
                .filteredOn(statement -> ((BoundStatement) statement)
                        .getPreparedStatement()
                        .getVariableDefinitions()
                        .contains("sent_at"))
                .extracting(statement -> ((BoundStatement) statement).isSet("sent_at"))
                .containsExactly(false, true);
    }
}
