package io.parley.acceptance.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import io.parley.acceptance.api.Answer;
import io.parley.acceptance.api.Ids;
import io.parley.acceptance.api.LiveSocket;
import io.parley.acceptance.api.Person;
import io.parley.evidence.Verifies;
import io.parley.problem.ProblemType;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** What a client hears when a log takes nothing: because of what a newer node wrote, or because its bucket is closed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Verifies({"API-1", "INV-5"})
class UnwritableLogTest {

    private static final int DIGEST_BYTES = 32;

    private final LogNode node = LogNode.onTheSharedCassandra();
    private final Person ann = Person.registered();
    private final Person bob = Person.registered();

    @Test
    void isReadOnlyBehindAnEntryOfANewerNode() {
        String conversation = ann.talksTo(bob).id();
        ann.says(conversation, "readable");
        writeNewerEntry(conversation, 3);

        ann.sends(conversation, Ids.next(), "too new").expect(ProblemType.READ_ONLY);
        try (LiveSocket socket = LiveSocket.of(ann)) {
            assertThat(refused(socket, conversation)).isEqualTo(ProblemType.READ_ONLY);
        }

        List<JsonNode> entries = ann.readsEntries(conversation, "").entries();
        assertThat(entries).hasSize(3);
        assertThat(entries.get(2).get("kind").asString()).isEqualTo("from-the-future");
        assertThat(ann.readsMessages(conversation, "").messages()).hasSize(1);
    }

    @Test
    void asksForPatienceWhileItsBucketIsClosed() {
        String present = ann.talksTo(Person.registered()).id();
        String absent = Ids.next();
        closeBucket(present);
        closeBucket(absent);
        String byFrame = ann.talksTo(Person.registered()).id();
        closeBucket(byFrame);
        LiveSocket socket = LiveSocket.of(ann);
        String id = Ids.next();
        socket.sendMessage(byFrame, id, "hello");

        List<Answer> answers = ann.api()
                .sendAll(List.of(
                        ann.api().posting("/conversations/" + present + "/messages", Person.message(Ids.next(), "x")),
                        ann.api()
                                .posting(
                                        "/conversations", Map.of("id", absent, "type", "group", "members", others()))));

        assertThat(answers).allSatisfy(answer -> answer.expect(ProblemType.OVERLOADED));
        assertThat(Answer.problem(socket.answerTo(id).get("problem"))).isEqualTo(ProblemType.OVERLOADED);
        socket.close();
        assertThat(ann.readsEntries(present, "").entries()).hasSize(1);
        ann.api().get("/conversations/" + absent).expect(ProblemType.NOT_FOUND);
    }

    private static ProblemType refused(LiveSocket socket, String conversation) {
        String id = Ids.next();
        socket.sendMessage(conversation, id, "hello");
        return Answer.problem(socket.answerTo(id).get("problem"));
    }

    private List<String> others() {
        return List.of(bob.id(), Person.registered().id());
    }

    private void writeNewerEntry(String conversation, long seq) {
        node.session()
                .execute(SimpleStatement.newInstance(
                        "INSERT INTO conversation_log (conversation_id, bucket, seq, id, author, kind, version, ordinal,"
                                + " at, digest, salt, content) VALUES (?, 0, ?, ?, ?, 'from-the-future', 1, 1,"
                                + " toTimestamp(now()), ?, uuid(), '') IF NOT EXISTS",
                        UUID.fromString(conversation),
                        seq,
                        UUID.fromString(Ids.next()),
                        UUID.fromString(ann.id()),
                        ByteBuffer.allocate(DIGEST_BYTES)));
    }

    private void closeBucket(String conversation) {
        node.session()
                .execute(SimpleStatement.newInstance(
                        "UPDATE conversation_log SET retired = true WHERE conversation_id = ? AND bucket = 0"
                                + " IF retired = null",
                        UUID.fromString(conversation)));
    }

    @AfterAll
    void close() {
        node.close();
    }
}
