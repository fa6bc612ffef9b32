package io.parley.acceptance.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.acceptance.Installation;
import io.parley.embedded.Stores;
import io.parley.evidence.Verifies;
import io.parley.idindex.IdBlock;
import io.parley.idindex.cassandra.CassandraIdBlocks;
import io.parley.inbox.InboxRow;
import io.parley.inbox.InboxStore;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The command that draws a projection from the logs again, on a keyspace of its own. */
@Order(4)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Verifies({"MSG-14", "MSG-21"})
class RebuildCommandTest {

    private static final String KEYSPACE = "rebuilt";
    private static final int GROUPS = 4;

    /** More than a bucket, so that there is a block of ids. */
    private static final int MESSAGES = LogNode.BUCKETS.entries() + 100;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ProjectedNode node = new ProjectedNode(KEYSPACE);

    @Test
    void givesTheSameRowsAfterTheyWereLost() throws Exception {
        Map<UserId, InboxRow> before = new HashMap<>();
        List<TestConversation> groups = new ArrayList<>();
        for (int group = 0; group < GROUPS; group++) {
            groups.add(aBusyGroup(group == 0 ? MESSAGES : group));
            before.putAll(rowsOf(groups.get(group)));
        }
        TestConversation busiest = groups.get(0);
        await().atMost(PATIENCE).until(() -> block(busiest).isPresent());
        Optional<IdBlock> block = block(busiest);
        node.session().execute("TRUNCATE inbox");
        node.session().execute("TRUNCATE id_block");
        node.session().execute("TRUNCATE id_span");
        assertThat(block(busiest)).isEmpty();
        assertThat(before.keySet())
                .allSatisfy(user -> assertThat(node.stored(user)).isEmpty());

        String output = command("rebuild", "inbox", "ids");

        int entries = GROUPS + MESSAGES + 1 + 2 + 3;
        assertThat(output)
                .contains("50 %")
                .contains(
                        "Rebuilt ids, inbox, receipt from " + GROUPS + " conversations with " + entries + " entries.");
        Map<UserId, InboxRow> after = new HashMap<>();
        before.keySet().forEach(user -> after.put(user, node.stored(user).get(0).row()));
        assertThat(after).isEqualTo(before);
        assertThat(block(busiest)).isEqualTo(block);
    }

    @Test
    void namesWhatItCanRebuildWhenItIsAskedForSomethingElse() throws Exception {
        assertThat(command("rebuild", "everything"))
                .contains("usage: rebuild NAME")
                .contains("inbox");
    }

    /** Two members write, the last one only reads. */
    private TestConversation aBusyGroup(int messages) {
        TestConversation group = TestConversation.aGroupOf(3, node.log());
        group.fill(node.log(), messages - 1);
        group.send(node.log(), TestConversation.newId(), group.members().get(1), "the last one");
        Seq head = new Seq(messages + 1L);
        // The parts of a row are written one by one.
        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> {
            assertThat(rowsOf(group).values()).allSatisfy(row -> {
                assertThat(row.head().seq()).isEqualTo(head);
                assertThat(row.lastMessage().orElseThrow().seq()).isEqualTo(head);
            });
            assertThat(readBy(group, 1)).contains(head);
            assertThat(readBy(group, 0)).isEqualTo(messages > 1 ? Optional.of(new Seq(messages)) : Optional.empty());
        });
        return group;
    }

    private Optional<Seq> readBy(TestConversation group, int member) {
        return node.stored(group.members().get(member)).get(0).row().read().map(InboxRow.ReadMark::seq);
    }

    private Optional<IdBlock> block(TestConversation group) {
        return TestConversation.await(new CassandraIdBlocks(node.session()).block(group.id(), 0));
    }

    private Map<UserId, InboxRow> rowsOf(TestConversation group) {
        Map<UserId, InboxRow> rows = new HashMap<>();
        for (UserId member : group.members()) {
            List<InboxStore.Stored> stored = node.stored(member);
            rows.put(member, stored.get(0).row());
        }
        return rows;
    }

    private static String command(String... arguments) throws IOException, InterruptedException {
        InetSocketAddress point = Stores.shared().cassandra().contactPoint();
        ProcessBuilder line = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                Installation.jar().toString());
        line.command().addAll(List.of(arguments));
        line.command()
                .addAll(List.of(
                        "--parley.cassandra.contact-points=" + point.getHostString() + ":" + point.getPort(),
                        "--parley.cassandra.keyspace=" + KEYSPACE,
                        "--logging.level.root=warn"));
        Process process = line.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isIn(0, 2);
        return output;
    }

    @AfterAll
    void close() {
        node.close();
    }
}
