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

/** The disk below a store is full to the last byte. In the profile {@code full-disk}: it mounts small ones, as root. */
@Tag("full-disk")
@ResourceLock(OwnInstallation.LOCK)
@Verifies({"MSG-17", "QG-2", "API-2"})
class FullDiskTest {

    private static final Path DIRECTORY = Path.of("target", "full-disk");
    private static final int CASSANDRA_MEGABYTES = 200;
    private static final int POSTGRES_MEGABYTES = 250;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String TEXT = "x".repeat(8_192);

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
        List<String> accepted = new ArrayList<>();
        try (LiveSocket anns = LiveSocket.of(ann);
                LiveSocket bobs = LiveSocket.of(bob)) {
            ProcessHandle process = cassandra.process();
            disk.fill();
            JsonNode last = sendUntilRefused(anns, conversation, accepted);

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
            await().atMost(PATIENCE).until(() -> accepted(anns, conversation, again));
            accepted.add(again);
            String later = Ids.next();
            assertThat(accepted(anns, conversation, later)).isTrue();
            accepted.add(later);
            bobs.awaitEntry(later);

            assertThat(ids(bob, conversation)).containsAll(accepted).doesNotHaveDuplicates();
        }
    }

    /** The first answer that is no acceptance. */
    private static JsonNode sendUntilRefused(LiveSocket socket, String conversation, List<String> accepted) {
        for (int i = 0; i < MESSAGES_MAX; i++) {
            String id = Ids.next();
            JsonNode answer = answer(socket, conversation, id);
            if (!answer.get("type").asString().equals("accepted")) {
                return answer;
            }
            accepted.add(id);
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

    private static List<String> ids(Person reader, String conversation) {
        List<String> ids = new ArrayList<>();
        long after = 0;
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
            List<String> registered = new ArrayList<>();
            Answer last = registerUntilRefused(nobody, registered);

            last.expect(ProblemType.STORE_UNAVAILABLE);
            String meanwhile = Ids.next();
            assertThat(accepted(anns, conversation, meanwhile)).isTrue();
            bobs.awaitEntry(meanwhile);

            disk.free();
            if (!process.isAlive()) {
                postgres.kill();
                postgres.start();
            }
            await().atMost(PATIENCE)
                    .until(() -> register(nobody, Person.freshName()).status() == 201);
            assertThat(registered).allSatisfy(name -> login(nobody, name).expect(200));
            bobs.ping();
        }
    }

    private static Answer registerUntilRefused(Api nobody, List<String> registered) {
        for (int i = 0; i < MESSAGES_MAX; i++) {
            String name = Person.freshName();
            Answer answer = register(nobody, name);
            if (answer.status() != 201) {
                return answer;
            }
            registered.add(name);
        }
        throw new AssertionError("registered " + MESSAGES_MAX + " on a full disk");
    }

    private static Answer register(Api nobody, String name) {
        return nobody.post("/auth/register", Map.of("username", name, "password", Person.PASSWORD));
    }

    private static Answer login(Api nobody, String name) {
        return nobody.post("/auth/login", Map.of("username", name, "password", Person.PASSWORD));
    }
}
