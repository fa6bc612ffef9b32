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
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Two nodes on the same stores: one dies or stands still right after it acknowledged, the other one makes good what it left.
 *
 * <p>{@code -Dparley.crash.results} names a file in which it is recorded how long that took.
 */
@Order(3)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Verifies({"INV-7", "MSG-17", "QG-2"})
class DeadNodeTest {

    private static final int CONVERSATIONS = 20;
    private static final int MESSAGES = 8;
    private static final int AT_THE_SAME_TIME = 16;

    /** Death must be noticed and repaired; the rest is for a busy machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ServerProcess node = new ServerProcess(Installation.settings(Path.of("target", "second-node")));
    private final ExecutorService threads = Executors.newFixedThreadPool(AT_THE_SAME_TIME);
    private final Person ann = Person.registered();
    private final Person bob = Person.registered();

    @BeforeEach
    void start() {
        node.start();
    }

    @Test
    void isFinishedByTheOtherNodeWhenItIsKilled() {
        Person annThere = ann.at(node.address());
        Person another = Person.registered();
        List<Conversation> groups = IntStream.range(0, CONVERSATIONS)
                .mapToObj(i -> annThere.gathers(bob, another))
                .toList();
        try (LiveSocket socket = LiveSocket.of(bob)) {
            List<Message> last = groups.stream()
                    .map(group -> sends(annThere, group, MESSAGES))
                    .toList();
            RepairTime repair = RepairTime.fromNowOnIn(Installation.log());
            node.kill();

            last.forEach(message -> awaitHead(socket, message.conversationId(), message.seq()));
            repair.record(Instant.now(), CONVERSATIONS, MESSAGES);
            for (Message message : last) {
                Conversation listed = listed(bob, message.conversationId());
                assertThat(listed.headSeq()).isEqualTo(message.seq());
                assertThat(listed.unreadCount()).isEqualTo(MESSAGES);
                assertThat(Objects.requireNonNull(listed.lastMessage()).id()).isEqualTo(message.id());
                assertThat(listed(ann, message.conversationId()).headSeq()).isEqualTo(message.seq());
            }
        }
    }

    @Test
    void losesNothingWhenItStandsStillAndGoesOnAfterItWasTakenForDead() {
        Person annThere = ann.at(node.address());
        Conversation group = annThere.gathers(bob, Person.registered());
        Message before = sends(annThere, group, 1);
        try (LiveSocket socket = LiveSocket.of(bob)) {
            Map<String, CompletableFuture<Answer>> open = Stream.generate(Ids::next)
                    .limit(AT_THE_SAME_TIME)
                    .collect(Collectors.toMap(
                            id -> id,
                            id -> CompletableFuture.supplyAsync(
                                    () -> annThere.sends(group.id(), id, "at the same time"), threads)));
            await().pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(1))
                    .atMost(PATIENCE)
                    .until(() -> open.values().stream()
                            .anyMatch(answer -> answer.isDone() && isAcknowledged(answer.join())));
            Signals.stop(node.process());
            awaitHead(socket, group.id(), before.seq());
            Signals.goOn(node.process());

            Map<String, Long> told = new HashMap<>(Map.of(before.id(), before.seq()));
            open.forEach((id, answered) -> {
                Answer answer = answered.join();
                if (isAcknowledged(answer)) {
                    told.put(id, answer.json().get("seq").asLong());
                }
            });
            assertThat(told).hasSizeGreaterThan(1);
            Message after = sends(annThere, group, 1);
            told.put(after.id(), after.seq());
            node.kill();
            Map<String, Long> entries = bob.readsEntries(group.id(), "").entries().stream()
                    .filter(entry -> told.containsKey(entry.get("id").asString()))
                    .collect(Collectors.toMap(entry -> entry.get("id").asString(), entry -> entry.get("seq")
                            .asLong()));
            assertThat(entries).isEqualTo(told);
            long head = bob.looksAt(group.id()).headSeq();
            awaitHead(socket, group.id(), head);
            assertThat(listed(bob, group.id()).headSeq()).isEqualTo(head).isGreaterThanOrEqualTo(after.seq());
        }
    }

    private static boolean isAcknowledged(Answer answer) {
        return answer.status() == 201;
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

    /** The next test starts it; after the last one nobody needs it. */
    @AfterEach
    void kill() {
        node.kill();
    }

    @AfterAll
    void stop() {
        threads.shutdownNow();
    }
}
