package io.parley.acceptance.delivery;

import static io.parley.acceptance.api.LiveSocket.ofType;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.acceptance.api.LiveSocket;
import io.parley.acceptance.api.Person;
import io.parley.evidence.Verifies;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** How a client learns what it has missed: {@code resume} after a connection, the digest of a ping during one. */
@Verifies({"MSG-12", "MSG-17"})
class ResumeTest {

    private final Person ann = Person.registered();
    private final Person bob = Person.registered();
    private final String direct = ann.talksTo(bob).id();
    private final String group = ann.gathers(bob, Person.registered()).id();

    @Test
    void tellsTheHeadOfEveryConversation() {
        ann.says(direct, "hello");
        try (LiveSocket socket = LiveSocket.of(ann)) {
            socket.send(Map.of("type", "resume"));
            JsonNode heads = socket.await(ofType("heads"));

            assertThat(headsIn(heads)).isEqualTo(Map.of(direct, 2L, group, 1L));
            assertThat(heads.get("token").asString()).isNotEmpty();
        }
    }

    @Test
    void leavesOutNothingThatChangedSinceTheToken() {
        try (LiveSocket socket = LiveSocket.of(ann)) {
            socket.send(Map.of("type", "resume"));
            String token = socket.await(ofType("heads")).get("token").asString();
            bob.says(group, "meanwhile");
            int before = socket.received();
            socket.send(Map.of("type", "resume", "since", token));

            assertThat(headsIn(socket.await(before, ofType("heads")))).containsEntry(group, 2L);
            socket.send(Map.of("type", "resume", "since", "a token of nobody"));
            assertThat(headsIn(socket.await(before + 1, ofType("heads")))).containsEntry(group, 2L);
        }
    }

    @Test
    @Verifies("QG-7")
    void tellsNothingOfOthersConversations() {
        try (LiveSocket socket = LiveSocket.of(Person.registered())) {
            socket.send(Map.of("type", "resume"));

            JsonNode heads = socket.await(ofType("heads"));
            assertThat(headsIn(heads)).isEmpty();
            assertThat(heads.get("token").asString()).isNotEmpty();
        }
    }

    @Test
    void answersAPingWithAPongOnlyWhenTheDigestIsEqual() {
        ann.says(direct, "hello");
        try (LiveSocket socket = LiveSocket.of(ann)) {
            socket.send(Map.of("type", "ping", "digest", digest(Map.of(direct, 2L, group, 1L))));
            socket.await(ofType("pong"));

            assertThat(socket.frames()).noneMatch(ofType("heads"));
        }
    }

    @Test
    void tellsTheHeadsBeforeThePongWhenTheDigestDiffers() {
        try (LiveSocket socket = LiveSocket.of(ann)) {
            String lastPushLost = digest(Map.of(direct, 1L, group, 1L));
            bob.says(direct, "hello");
            socket.send(Map.of("type", "ping", "digest", lastPushLost));
            JsonNode pong = socket.await(ofType("pong"));
            JsonNode heads = socket.await(ofType("heads"));

            assertThat(headsIn(heads)).isEqualTo(Map.of(direct, 2L, group, 1L));
            assertThat(heads.has("token")).isFalse();
            assertThat(socket.frames().indexOf(heads))
                    .isLessThan(socket.frames().indexOf(pong));
        }
    }

    private static Map<String, Long> headsIn(JsonNode frame) {
        Map<String, Long> heads = new HashMap<>();
        frame.get("heads")
                .properties()
                .forEach(head -> heads.put(head.getKey(), head.getValue().asLong()));
        return heads;
    }

    /** As the contract has it: lines of id and seq, sorted by id; the first 16 hex digits of their SHA-256. */
    private static String digest(Map<String, Long> held) {
        StringBuilder lines = new StringBuilder();
        new TreeMap<>(held)
                .forEach((id, seq) -> lines.append(id).append(' ').append(seq).append('\n'));
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(lines.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
