package io.parley.acceptance.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.acceptance.Installation;
import io.parley.acceptance.Signals;
import io.parley.acceptance.api.Answer;
import io.parley.acceptance.api.Forms.Conversation;
import io.parley.acceptance.api.Forms.Message;
import io.parley.acceptance.api.Ids;
import io.parley.acceptance.api.LiveSocket;
import io.parley.acceptance.api.Person;
import io.parley.embedded.ServerProcess;
import io.parley.evidence.Verifies;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Two nodes on the same stores: one dies or stands still right after it acknowledged, the other one makes good what it left. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Verifies({"INV-7", "MSG-17", "QG-2"})
class DeadNodeTest {

    private static final int CONVERSATIONS = 5;
    private static final int MESSAGES = 8;

    /** Death must be noticed and repaired; the rest is for a busy machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ServerProcess node = new ServerProcess(Installation.settings(Path.of("target", "second-node")));
    private final Person ann = Person.registered();
    private final Person bob = Person.registered();

    @BeforeAll
    void start() {
        node.start();
    }

    @Test
    void isFinishedByTheOtherNodeWhenItIsKilled() {
        Person annThere = ann.at(node.address());
        List<Conversation> groups = IntStream.range(0, CONVERSATIONS)
                .mapToObj(i -> annThere.gathers(bob, Person.registered()))
                .toList();
        try (LiveSocket socket = LiveSocket.of(bob)) {
            List<Message> last = groups.stream()
                    .map(group -> sends(annThere, group, MESSAGES))
                    .toList();
            node.kill();

            for (Message message : last) {
                awaitHead(socket, message.conversationId(), message.seq());
                Conversation listed = listed(bob, message.conversationId());
                assertThat(listed.headSeq()).isEqualTo(message.seq());
                assertThat(listed.unreadCount()).isEqualTo(MESSAGES);
                assertThat(Objects.requireNonNull(listed.lastMessage()).id()).isEqualTo(message.id());
                assertThat(listed(ann, message.conversationId()).headSeq()).isEqualTo(message.seq());
            }
        } finally {
            node.start();
        }
    }

    @Test
    void losesNothingWhenItStandsStillAndGoesOnAfterItWasTakenForDead() {
        Person annThere = ann.at(node.address());
        Conversation group = annThere.gathers(bob, Person.registered());
        Message before = sends(annThere, group, 1);
        try (LiveSocket socket = LiveSocket.of(bob)) {
            List<CompletableFuture<Answer>> open = new ArrayList<>();
            for (int i = 0; i < MESSAGES; i++) {
                open.add(CompletableFuture.supplyAsync(
                        () -> annThere.sends(group.id(), Ids.next(), "at the same time")));
            }
            Signals.stop(node.process());
            awaitHead(socket, group.id(), before.seq());
            Signals.goOn(node.process());

            List<Long> told = open.stream()
                    .map(CompletableFuture::join)
                    .filter(answer -> answer.status() == 201)
                    .map(answer -> answer.json().get("seq").asLong())
                    .toList();
            assertThat(sends(annThere, group, 1).seq()).isGreaterThan(before.seq());
            node.kill();
            long head = bob.looksAt(group.id()).headSeq();
            assertThat(told).allSatisfy(seq -> assertThat(seq).isLessThanOrEqualTo(head));
            awaitHead(socket, group.id(), head);
            assertThat(listed(bob, group.id()).headSeq()).isEqualTo(head);
        } finally {
            node.kill();
            node.start();
        }
    }

    /** The head as the survivor tells it, who pushed nothing of this conversation. */
    private static void awaitHead(LiveSocket socket, String conversation, long head) {
        await().atMost(PATIENCE).until(() -> socket.frames().stream()
                .filter(LiveSocket.ofType("heads"))
                .anyMatch(frame -> frame.at("/heads/" + conversation).asLong(0) >= head));
    }

    private static Message sends(Person author, Conversation conversation, int count) {
        Message last = author.says(conversation.id(), "message");
        for (int i = 1; i < count; i++) {
            last = author.says(conversation.id(), "message " + i);
        }
        return last;
    }

    private static Conversation listed(Person reader, String conversation) {
        return reader.lists("").conversations().stream()
                .filter(line -> line.id().equals(conversation))
                .findFirst()
                .orElseThrow();
    }

    @AfterAll
    void stop() {
        node.stop();
    }
}
