package io.parley.acceptance.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.acceptance.OwnInstallation;
import io.parley.acceptance.api.Api;
import io.parley.acceptance.api.Forms.Marks;
import io.parley.acceptance.api.LiveSocket;
import io.parley.acceptance.api.Person;
import io.parley.evidence.Verifies;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/** What was answered, or shown to others, as read stays so when the server dies. */
@Order(2)
@ResourceLock(OwnInstallation.LOCK)
@Verifies({"MSG-10", "MSG-14"})
class MarksSurviveTest {

    /** The dead node's lease ends, and a sweep follows; a busy machine is no failure. */
    private static final Duration REPAIR = Duration.ofSeconds(60);

    private final OwnInstallation installation = OwnInstallation.shared();
    private final Api nobody = Api.to(installation.address());
    private final Person ann = Person.registered(nobody);
    private final Person bob = Person.registered(nobody);

    @Test
    void theDeathOfTheServer() {
        String conversation = ann.talksTo(bob).id();
        for (int i = 0; i < 3; i++) {
            ann.says(conversation, "message " + i);
        }
        try (LiveSocket anns = LiveSocket.of(ann)) {
            bob.reads(conversation, 3);
            JsonNode shown = anns.await(LiveSocket.ofType("marks"));
            assertThat(shown.at("/marks/0/read").asLong()).isEqualTo(3);
        }
        Marks before = ann.seesMarks(conversation);

        installation.killServer();
        installation.startServer();

        assertThat(ann.seesMarks(conversation).of(bob)).isEqualTo(before.of(bob));
        assertThat(before.of(bob).read()).isEqualTo(3);
        // What follows from the log is made good, like every projection: her own marks, made by writing, and his count.
        await().atMost(REPAIR).untilAsserted(() -> {
            assertThat(ann.seesMarks(conversation)).isEqualTo(before);
            assertThat(bob.lists("").conversations().get(0).unreadCount()).isEqualTo(1);
        });
    }
}
