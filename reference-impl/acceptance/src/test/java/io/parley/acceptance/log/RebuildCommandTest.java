package io.parley.acceptance.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.acceptance.Installation;
import io.parley.embedded.Stores;
import io.parley.evidence.Verifies;
import io.parley.inbox.InboxRow;
import io.parley.inbox.InboxStore;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The command that draws a projection from the logs again, on a keyspace of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Verifies({"MSG-14", "MSG-21"})
class RebuildCommandTest {

    private static final String KEYSPACE = "rebuilt";
    private static final int GROUPS = 4;
    private static final int MESSAGES = 300;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ProjectedNode node = new ProjectedNode(KEYSPACE);

    @Test
    void givesTheSameRowsAfterTheyWereLost() throws Exception {
        Map<UserId, InboxRow> before = new HashMap<>();
        for (int group = 0; group < GROUPS; group++) {
            before.putAll(rowsOf(aBusyGroup(group == 0 ? MESSAGES : group)));
        }
        node.session().execute("TRUNCATE inbox");
        assertThat(before.keySet())
                .allSatisfy(user -> assertThat(node.stored(user)).isEmpty());

        String output = command("rebuild", "inbox");

        int entries = GROUPS + MESSAGES + 1 + 2 + 3;
        assertThat(output)
                .contains("50 %")
                .contains("Rebuilt inbox from " + GROUPS + " conversations with " + entries + " entries.");
        Map<UserId, InboxRow> after = new HashMap<>();
        before.keySet().forEach(user -> after.put(user, node.stored(user).get(0).row()));
        assertThat(after).isEqualTo(before);
    }

    @Test
    void namesWhatItCanRebuildWhenItIsAskedForSomethingElse() throws Exception {
        assertThat(command("rebuild", "everything"))
                .contains("usage: rebuild NAME")
                .contains("inbox");
    }

    /** Each member writes in turn, but for the last one who only reads. */
    private TestConversation aBusyGroup(int messages) {
        TestConversation group = TestConversation.aGroupOf(3, node.log());
        for (int i = 0; i < messages; i++) {
            group.send(node.log(), TestConversation.newId(), group.members().get(i % 2), "message " + i);
        }
        Seq head = new Seq(messages + 1L);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(group.members()).allSatisfy(member -> assertThat(node.stored(member))
                        .extracting(stored -> stored.row().head().seq())
                        .containsExactly(head)));
        return group;
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
