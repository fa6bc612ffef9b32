package io.parley.acceptance.delivery;

import static io.parley.acceptance.api.LiveSocket.ofType;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.acceptance.Installation;
import io.parley.acceptance.api.Answer;
import io.parley.acceptance.api.Ids;
import io.parley.acceptance.api.LiveSocket;
import io.parley.acceptance.api.Person;
import io.parley.evidence.Verifies;
import io.parley.limits.Limits;
import io.parley.problem.ProblemType;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Who may speak on a socket, and what ends it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Verifies({"API-1", "QG-7"})
class AuthenticationTest {

    private static final int UNAUTHENTICATED = 4401;
    private static final int MALFORMED = 4400;
    private static final int TOO_LARGE = 1009;
    private static final int FRAME_BYTES_MAX = Limits.packaged().socket().frameBytesMax();

    private final Person ann = Person.registered();
    private final Person eve = Person.registered();

    @Test
    void tellsADeviceWhoItIs() {
        try (LiveSocket socket = nobody()) {
            JsonNode answer = socket.authenticate(ann.accessToken());

            assertThat(answer.at("/user/id").asString()).isEqualTo(ann.id());
            assertThat(answer.at("/user/username").asString()).isEqualTo(ann.username());
            assertThat(answer.at("/device/id").asString()).isEqualTo(ann.deviceId());
        }
    }

    @Test
    void goesOnUnderANewTokenOfTheSameDevice() {
        try (LiveSocket socket = nobody()) {
            Person before = ann.onAnotherDevice();
            socket.authenticate(before.accessToken());

            assertThat(socket.authenticate(before.refreshed().accessToken())
                            .at("/device/id")
                            .asString())
                    .isEqualTo(before.deviceId());
            socket.ping();
        }
    }

    @Test
    void cannotBeHandedToSomebodyElse() {
        for (Person other : new Person[] {eve, ann.onAnotherDevice()}) {
            LiveSocket socket = LiveSocket.of(ann);
            socket.send(Map.of("type", "authenticate", "token", other.accessToken()));
            assertThat(socket.awaitClose()).isEqualTo(UNAUTHENTICATED);
        }
    }

    @Test
    void closesOnATokenThatIsNone() {
        for (String token : new String[] {"", "x", ann.refreshToken(), ann.accessToken() + "x"}) {
            LiveSocket socket = nobody();
            socket.send(Map.of("type", "authenticate", "token", token));
            assertThat(socket.awaitClose()).isEqualTo(UNAUTHENTICATED);
            assertThat(socket.frames()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"ping\"}",
                "{\"type\":\"resume\"}",
                "{\"type\":\"send\"}",
                "{\"type\":\"nonsense\"}",
                "{\"type\":\"authenticate\"}",
                "{\"type\":\"authenticate\",\"token\":1}",
                "{}"
            })
    void answersNothingBeforeAuthentication(String frame) {
        LiveSocket socket = nobody();
        socket.send(frame);

        assertThat(socket.awaitClose()).isEqualTo(UNAUTHENTICATED);
        assertThat(socket.frames()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "[]", "\"ping\"", "1", "null", "{", "{} {}", "{\"type\":\"ping\",\"type\":\"ping\"}"})
    @Verifies("API-2")
    void closesOnTextThatIsNoFrame(String text) {
        LiveSocket before = nobody();
        before.send(text);
        assertThat(before.awaitClose()).isEqualTo(MALFORMED);
        LiveSocket after = LiveSocket.of(ann);
        after.send(text);
        assertThat(after.awaitClose()).isEqualTo(MALFORMED);
    }

    @Test
    @Verifies("API-2")
    void closesOnNestingWithoutEnd() {
        int depth = FRAME_BYTES_MAX / 8;
        for (String text : new String[] {"[".repeat(depth), "{\"a\":".repeat(depth) + "1" + "}".repeat(depth)}) {
            LiveSocket socket = LiveSocket.of(ann);
            socket.send(text);
            assertThat(socket.awaitClose()).isEqualTo(MALFORMED);
        }
    }

    @Test
    @Verifies("API-2")
    void closesOnBinaryData() {
        LiveSocket socket = LiveSocket.of(ann);
        socket.sendBinary("{\"type\":\"ping\"}".getBytes(StandardCharsets.UTF_8));
        assertThat(socket.awaitClose()).isEqualTo(MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"type\":1}",
                "{\"type\":\"nonsense\"}",
                "{\"type\":\"pong\"}",
                "{\"type\":\"authenticate\"}",
                "{\"type\":\"resume\",\"since\":1}",
                "{\"type\":\"ping\",\"digest\":\"x\"}",
                "{\"type\":\"send\",\"conversationId\":\"x\",\"id\":\"y\"}"
            })
    @Verifies("API-2")
    void answersAFrameOfNoMeaningWithAProblem(String frame) {
        try (LiveSocket socket = LiveSocket.of(ann)) {
            socket.send(frame);

            assertThat(Answer.problem(socket.await(ofType("problem")).get("problem")))
                    .isEqualTo(ProblemType.INVALID_FIELD);
            socket.ping();
        }
    }

    @Test
    @Verifies("API-2")
    void ignoresMembersOfAFrameThatItDoesNotKnow() {
        try (LiveSocket socket = LiveSocket.of(ann)) {
            socket.send("{\"unknown\":{\"x\":[1]},\"type\":\"ping\"}");
            socket.await(ofType("pong"));
        }
    }

    @Test
    @Verifies("API-2")
    void takesFramesUpToTheirLimit() {
        String frame = "{\"type\":\"ping\",\"padding\":\"\"}";
        try (LiveSocket socket = LiveSocket.of(ann)) {
            socket.send(frame.replace("\"\"", "\"" + "x".repeat(FRAME_BYTES_MAX - frame.length()) + "\""));
            socket.await(ofType("pong"));
            socket.send(frame.replace("\"\"", "\"" + "x".repeat(FRAME_BYTES_MAX - frame.length() + 1) + "\""));
            assertThat(socket.awaitClose()).isEqualTo(TOO_LARGE);
        }
    }

    @Test
    void keepsAnsweringOthersWhenOneIsClosed() {
        try (LiveSocket other = LiveSocket.of(ann.onAnotherDevice())) {
            LiveSocket socket = LiveSocket.of(ann);
            socket.send("x");
            socket.awaitClose();

            other.ping();
            assertThat(ann.says(ann.talksTo(eve).id(), Ids.next()).author()).isEqualTo(ann.id());
        }
    }

    private static LiveSocket nobody() {
        return LiveSocket.to(Installation.address());
    }
}
