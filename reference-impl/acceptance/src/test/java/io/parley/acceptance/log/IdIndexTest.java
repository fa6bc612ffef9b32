package io.parley.acceptance.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.evidence.ResultFile;
import io.parley.evidence.Verifies;
import io.parley.idindex.IdBlock;
import io.parley.idindex.IdBlockStore;
import io.parley.idindex.cassandra.CassandraIdBlocks;
import io.parley.kernel.EntryId;
import io.parley.kernel.Seq;
import io.parley.log.ConversationLog;
import io.parley.log.Outcome;
import io.parley.log.Refusal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Ids that are far older than what the state remembers, in a log of several buckets. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Verifies({"INV-4", "MSG-17"})
class IdIndexTest {

    private static final int BUCKET = LogNode.BUCKETS.entries();
    private static final int FULL_BUCKETS = 3;

    /** The spans of all full buckets, the block that the id's time points to, and the entry itself. */
    private static final int PARTITIONS_MAX = 3;

    private static final int ROWS_MAX = FULL_BUCKETS + 2;
    private static final int REPEATS = 101;
    private static final String SOURCE = "mvn -pl reference-impl/acceptance -am -Dtest=IdIndexTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dparley.idindex.results=FILE test";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final LogNode plain = LogNode.onTheSharedCassandra();
    private final ProjectedNode node = new ProjectedNode(LogNode.KEYSPACE);
    private final IdBlockStore blocks = new CassandraIdBlocks(plain.session());
    private final EntryId old = TestConversation.idOf(Instant.now().minusSeconds(30));
    private TestConversation conversation = TestConversation.aGroupOf(2, plain.log());

    /** By a node without projections. */
    @BeforeAll
    void fill() {
        conversation.send(plain.log(), old, conversation.anyMember(), "the first");
        conversation.fill(plain.log(), FULL_BUCKETS * BUCKET);
    }

    @Test
    void areFoundInTheLogWhereThereIsNoBlockYet() {
        TestConversation other = TestConversation.aGroupOf(2, plain.log());
        EntryId first = TestConversation.idOf(Instant.now().minusSeconds(30));
        other.send(plain.log(), first, other.anyMember(), "the first");
        other.fill(plain.log(), BUCKET + 1);
        long before = node.log().counters().lookUpRows();

        assertThat(other.send(node.log(), first, other.anyMember(), "the first"))
                .isInstanceOf(Outcome.Repeated.class);

        assertThat(node.log().counters().lookUpRows() - before).isPositive();
        assertThat(spans(other)).isEmpty();
    }

    @Test
    void areFoundByAFewRowsOnceTheirBucketsHaveBlocks() {
        bringUpToDate();
        long partitions = node.log().counters().lookUpPartitions();
        long rows = node.log().counters().lookUpRows();

        Outcome again = conversation.send(node.log(), old, conversation.anyMember(), "the first");

        assertThat(again).isInstanceOfSatisfying(Outcome.Repeated.class, repeated -> assertThat(
                        repeated.first().seq())
                .isEqualTo(new Seq(2)));
        assertThat(node.log().counters().lookUpPartitions() - partitions).isBetween(1L, (long) PARTITIONS_MAX);
        assertThat(node.log().counters().lookUpRows() - rows).isBetween(1L, (long) ROWS_MAX);
        assertThat(rowsOf(plain.log(), old)).isGreaterThan(BUCKET);
        recordBoth();
        assertThat(conversation.send(node.log(), old, conversation.anyMember(), "another"))
                .isEqualTo(new Outcome.Refused(new Refusal.IdInUse()));
    }

    @Test
    void areTakenWhenTheyStandNowhereAfterAFewRows() {
        bringUpToDate();
        EntryId typedOffline = TestConversation.idOf(Instant.now().minusSeconds(3600));
        long rows = node.log().counters().lookUpRows();

        assertThat(conversation.send(node.log(), typedOffline, conversation.anyMember(), "typed offline"))
                .isInstanceOf(Outcome.Appended.class);

        assertThat(node.log().counters().lookUpRows() - rows).isBetween(1L, (long) ROWS_MAX);
    }

    private int rowsOf(ConversationLog log, EntryId id) {
        long before = log.counters().lookUpRows();
        assertThat(conversation.send(log, id, conversation.anyMember(), "the first"))
                .isInstanceOf(Outcome.Repeated.class);
        return Math.toIntExact(log.counters().lookUpRows() - before);
    }

    /** Side by side, if somebody asks for it. */
    private void recordBoth() {
        String file = System.getProperty("parley.idindex.results");
        if (file != null) {
            ResultFile results = ResultFile.at(Path.of(file), SOURCE);
            String note = "an id at the log's begin, repeated; median of " + REPEATS;
            results.add("idindex.look-up.entries", FULL_BUCKETS * BUCKET, "entries", "in the log, at least");
            results.add("idindex.look-up.rows.before", rowsOf(plain.log(), old), "rows", "read per look-up, log only");
            results.add("idindex.look-up.rows.after", rowsOf(node.log(), old), "rows", "read per look-up, by blocks");
            results.add("idindex.look-up.time.before", millisOf(plain.log()), "ms", note);
            results.add("idindex.look-up.time.after", millisOf(node.log()), "ms", note);
        }
    }

    private double millisOf(ConversationLog log) {
        List<Long> nanos = new ArrayList<>();
        for (int i = 0; i < 2 * REPEATS; i++) {
            long start = System.nanoTime();
            rowsOf(log, old);
            nanos.add(System.nanoTime() - start);
        }
        // The first half was for the compiler.
        List<Long> warm = nanos.subList(REPEATS, nanos.size()).stream().sorted().toList();
        return Math.round(warm.get(REPEATS / 2) / 10_000.0) / 100.0;
    }

    /** What a node announces it projects, from the first entry on. */
    private void bringUpToDate() {
        conversation.send(node.log(), TestConversation.newId(), conversation.anyMember(), "one more");
        await().atMost(PATIENCE).until(() -> spans(conversation).size() == FULL_BUCKETS);
    }

    private List<IdBlock.Span> spans(TestConversation log) {
        return TestConversation.await(blocks.spans(log.id(), 0, FULL_BUCKETS));
    }

    @AfterAll
    void close() {
        node.close();
        plain.close();
    }
}
