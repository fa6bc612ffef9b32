package io.parley.acceptance.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.acceptance.OwnInstallation;
import io.parley.acceptance.api.Answer;
import io.parley.acceptance.api.Api;
import io.parley.acceptance.api.Forms.EntryPage;
import io.parley.acceptance.api.Ids;
import io.parley.acceptance.api.LiveSocket;
import io.parley.acceptance.api.Person;
import io.parley.embedded.CassandraNode;
import io.parley.embedded.CassandraSettings;
import io.parley.embedded.PostgresServer;
import io.parley.embedded.PostgresSettings;
import io.parley.embedded.ServerProcess;
import io.parley.evidence.Verifies;
import io.parley.kernel.Seq;
import io.parley.problem.ProblemType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/**
 * The disk below a store is full to the last byte. In the profile {@code full-disk}: it mounts small ones, as root.
 *
 * <p>{@code -Dparley.full-disk.results} names a file that the counts are recorded in.
 */
@Tag("full-disk")
@ResourceLock(OwnInstallation.LOCK)
@Verifies({"MSG-17", "QG-2", "API-2"})
class FullDiskTest {

    private static final Path DIRECTORY = Path.of("target", "full-disk");
    private static final int CASSANDRA_MEGABYTES = 200;
    private static final int POSTGRES_MEGABYTES = 250;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String TEXT = "x".repeat(8_192);

    /** On a disk with room, so that there is something to lose. */
    private static final int MESSAGES_BEFORE = 200;

    /** More than what fits into the files that the store has made already. */
    private static final int MESSAGES_MAX = 20_000;

    private final OwnInstallation other = OwnInstallation.shared();

    @Test
    void ofCassandraStopsWritingLosesNothingAndGoesOnWhenThereIsRoom() {
        try (SmallDisk disk = SmallDisk.mountedAt(DIRECTORY.resolve("cassandra"), CASSANDRA_MEGABYTES)) {
            CassandraNode cassandra = new CassandraNode(CassandraSettings.in(disk.directory()));
            cassandra.start();
            ServerProcess server =
                    other.another(DIRECTORY.resolve("server"), List.of(cassandra.contactPoint()), other.database());
            server.start();
            try {
                fillAndFree(disk, cassandra, Api.to(server.address()));
            } finally {
                server.stop();
                cassandra.kill();
            }
        }
    }

    private void fillAndFree(SmallDisk disk, CassandraNode cassandra, Api nobody) {
        Person ann = Person.registered(nobody);
        Person bob = Person.registered(nobody);
        String conversation = ann.talksTo(bob).id();
        DiskTries tries = new DiskTries();
        try (LiveSocket anns = LiveSocket.of(ann);
                LiveSocket bobs = LiveSocket.of(bob)) {
            ProcessHandle process = cassandra.process();
            for (int i = 0; i < MESSAGES_BEFORE; i++) {
                String id = Ids.next();
                assertThat(tries.note(id, accepted(anns, conversation, id))).isTrue();
            }
            disk.fill();
            JsonNode last = sendUntilRefused(anns, conversation, tries);

            assertThat(last.get("type").asString()).isIn("unknown", "refused");
            if (last.has("problem")) {
                assertThat(Answer.problem(last.get("problem"))).isEqualTo(ProblemType.STORE_UNAVAILABLE);
            }
            // It has ended instead of seeming alive; its clients are told, and keep their connections.
            await().atMost(PATIENCE).until(() -> !process.isAlive());
            ann.api().get("/conversations/" + conversation).expect(ProblemType.STORE_UNAVAILABLE);
            ann.api().get("/users/me").expect(200);
            bobs.ping();
            anns.ping();

            disk.free();
            cassandra.kill();
            cassandra.start();
            String again = last.get("id").asString();
            await().atMost(PATIENCE).until(() -> tries.note(again, accepted(anns, conversation, again)));
            String later = Ids.next();
            assertThat(tries.note(later, accepted(anns, conversation, later))).isTrue();
            bobs.awaitEntry(later);

            List<String> found = messages(bob, conversation);
            tries.recordMessages(found);
            assertThat(found).containsExactlyElementsOf(tries.accepted());
        }
    }

    /** The first answer that is no acceptance. */
    private static JsonNode sendUntilRefused(LiveSocket socket, String conversation, DiskTries tries) {
        for (int i = 0; i < MESSAGES_MAX; i++) {
            String id = Ids.next();
            JsonNode answer = answer(socket, conversation, id);
            if (!tries.note(id, answer.get("type").asString().equals("accepted"))) {
                return answer;
            }
        }
        throw new AssertionError("accepted " + MESSAGES_MAX + " messages on a full disk");
    }

    private static boolean accepted(LiveSocket socket, String conversation, String id) {
        return answer(socket, conversation, id).get("type").asString().equals("accepted");
    }

    private static JsonNode answer(LiveSocket socket, String conversation, String id) {
        int before = socket.received();
        socket.sendMessage(conversation, id, TEXT);
        return socket.await(
                before,
                LiveSocket.isAnswer().and(frame -> frame.get("id").asString().equals(id)));
    }

    /** All that stands in the log after the creation. */
    private static List<String> messages(Person reader, String conversation) {
        List<String> ids = new ArrayList<>();
        long after = Seq.FIRST.value();
        while (true) {
            EntryPage page = reader.readsEntries(conversation, "?after=" + after);
            if (page.entries().isEmpty()) {
                return ids;
            }
            page.entries().forEach(entry -> ids.add(entry.get("id").asString()));
            after = page.entries().get(page.entries().size() - 1).get("seq").asLong();
        }
    }

    @Test
    void ofPostgresStopsRegistrationsAndNoMessageAndGoesOnWhenThereIsRoom() {
        try (SmallDisk disk = SmallDisk.mountedAt(DIRECTORY.resolve("postgres"), POSTGRES_MEGABYTES)) {
            PostgresServer postgres = new PostgresServer(PostgresSettings.in(disk.directory()));
            postgres.start();
            ServerProcess server =
                    other.another(DIRECTORY.resolve("server"), List.of(other.contactPoint()), postgres.database());
            server.start();
            try {
                fillAndFree(disk, postgres, Api.to(server.address()));
            } finally {
                server.stop();
                postgres.kill();
            }
        }
    }

    private void fillAndFree(SmallDisk disk, PostgresServer postgres, Api nobody) {
        Person ann = Person.registered(nobody);
        Person bob = Person.registered(nobody);
        String conversation = ann.talksTo(bob).id();
        try (LiveSocket anns = LiveSocket.of(ann);
                LiveSocket bobs = LiveSocket.of(bob)) {
            ProcessHandle process = postgres.process();
            disk.fill();
            DiskTries tries = new DiskTries();
            Answer last = registerUntilRefused(nobody, tries);

            last.expect(ProblemType.STORE_UNAVAILABLE);
            String meanwhile = Ids.next();
            assertThat(accepted(anns, conversation, meanwhile)).isTrue();
            bobs.awaitEntry(meanwhile);

            disk.free();
            if (!process.isAlive()) {
                postgres.kill();
                postgres.start();
            }
            await().atMost(PATIENCE).until(() -> registers(nobody, tries).status() == 201);
            List<String> found = tries.accepted().stream()
                    .filter(name -> login(nobody, name).status() == 200)
                    .toList();
            tries.recordAccounts(found);
            assertThat(found).containsExactlyElementsOf(tries.accepted());
            bobs.ping();
        }
    }

    private static Answer registerUntilRefused(Api nobody, DiskTries tries) {
        for (int i = 0; i < MESSAGES_MAX; i++) {
            Answer answer = registers(nobody, tries);
            if (answer.status() != 201) {
                return answer;
            }
        }
        throw new AssertionError("registered " + MESSAGES_MAX + " on a full disk");
    }

    /** The answer to a registration under a new name. */
    private static Answer registers(Api nobody, DiskTries tries) {
        String name = Person.freshName();
        Answer answer = nobody.post("/auth/register", Map.of("username", name, "password", Person.PASSWORD));
        tries.note(name, answer.status() == 201);
        return answer;
    }

    private static Answer login(Api nobody, String name) {
        return nobody.post("/auth/login", Map.of("username", name, "password", Person.PASSWORD));
    }
}
