package io.parley.acceptance.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import io.parley.evidence.Verifies;
import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.limits.Limits;
import io.parley.log.ConversationState;
import io.parley.log.Outcome;
import io.parley.log.Refusal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A node that knows nothing finds the end of a log, and meets logs that it may not write to. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HeadDiscoveryTest {

    private static final int BUCKET = Limits.packaged().log().bucketEntries();

    private final LogNode node = LogNode.onTheSharedCassandra();

    /** Fills the log up to a position. */
    private TestConversation filledTo(int head) {
        TestConversation group = TestConversation.aGroupOf(2, node.log());
        group.fill(node.log(), head - 1);
        return group;
    }

    private TestConversation threeBucketsAndAHalf = TestConversation.aGroupOf(2, node.log());

    @BeforeAll
    void fill() {
        threeBucketsAndAHalf = filledTo(3 * BUCKET + BUCKET / 2);
    }

    @Test
    @Verifies({"INV-1", "MSG-21"})
    void findsTheHeadWithAndWithoutASnapshot() {
        ConversationState known = stateOnANewNode(threeBucketsAndAHalf.id());
        assertThat(snapshotExists(threeBucketsAndAHalf.id())).isTrue();

        forgetSnapshot(threeBucketsAndAHalf.id());
        ConversationState replayed = stateOnANewNode(threeBucketsAndAHalf.id());

        assertThat(replayed.head()).isEqualTo(new Seq(3L * BUCKET + BUCKET / 2)).isEqualTo(known.head());
        assertThat(replayed.ordinal()).isEqualTo(known.ordinal());
        assertThat(replayed.members()).isEqualTo(known.members());
    }

    @Test
    @Verifies({"INV-1", "MSG-21"})
    void goesOnAfterABucketThatIsExactlyFull() {
        TestConversation full = filledTo(BUCKET);
        forgetSnapshot(full.id());
        try (LogNode fresh = LogNode.onTheSharedCassandra()) {
            Outcome next = full.send(fresh.log(), TestConversation.newId(), full.anyMember(), "over the edge");

            assertThat(next).isInstanceOfSatisfying(Outcome.Appended.class, appended -> assertThat(
                            appended.entry().seq())
                    .isEqualTo(new Seq(BUCKET + 1L)));
        }
        // This node's state still ends at the full bucket: it loses the race and goes on behind the other's entry.
        assertThat(full.send(node.log(), TestConversation.newId(), full.anyMember(), "next"))
                .isInstanceOfSatisfying(
                        Outcome.Appended.class,
                        appended -> assertThat(appended.entry().seq()).isEqualTo(new Seq(BUCKET + 2L)));
    }

    @Test
    @Verifies("INV-5")
    void servesALogWithAnUnknownVersionReadOnly() {
        TestConversation group = TestConversation.aGroupOf(2, node.log());
        group.send(node.log(), TestConversation.newId(), group.anyMember(), "readable");
        node.session()
                .execute(SimpleStatement.newInstance(
                        "UPDATE conversation_log SET version = 99 WHERE conversation_id = ? AND bucket = 0 AND seq = 2"
                                + " IF EXISTS",
                        group.id().value()));
        try (LogNode fresh = LogNode.onTheSharedCassandra()) {
            assertThat(group.send(fresh.log(), TestConversation.newId(), group.anyMember(), "x"))
                    .isEqualTo(new Outcome.Refused(new Refusal.ReadOnly()));
            assertThat(group.entries(fresh.log())).hasSize(2).last().satisfies(entry -> assertThat(entry.content())
                    .isEmpty());
        }
    }

    @Test
    @Verifies({"INV-1", "MSG-21"})
    void writesNothingIntoARetiredBucket() {
        TestConversation group = TestConversation.aGroupOf(2, node.log());
        node.session()
                .execute(SimpleStatement.newInstance(
                        "UPDATE conversation_log SET retired = true WHERE conversation_id = ? AND bucket = 0"
                                + " IF retired = null",
                        group.id().value()));

        Outcome outcome = group.send(node.log(), TestConversation.newId(), group.anyMember(), "too late");

        assertThat(outcome).isEqualTo(new Outcome.Overloaded());
        assertThat(group.entries(node.log())).hasSize(1);
    }

    private ConversationState stateOnANewNode(ConversationId id) {
        try (LogNode fresh = LogNode.onTheSharedCassandra()) {
            return TestConversation.await(fresh.log().state(id));
        }
    }

    private boolean snapshotExists(ConversationId id) {
        return node.session()
                        .execute(SimpleStatement.newInstance(
                                "SELECT seq FROM conversation_snapshot WHERE conversation_id = ?", id.value()))
                        .one()
                != null;
    }

    private void forgetSnapshot(ConversationId id) {
        node.session()
                .execute(SimpleStatement.newInstance(
                        "DELETE FROM conversation_snapshot USING TIMESTAMP 100000 WHERE conversation_id = ?",
                        id.value()));
    }

    @AfterAll
    void close() {
        node.close();
    }
}
