package io.parley.acceptance.api;

import static io.parley.acceptance.api.LiveSocket.ofType;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.parley.acceptance.Installation;
import io.parley.acceptance.api.SocketDocument.Side;
import io.parley.evidence.Verifies;
import io.swagger.v3.oas.models.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Sends every example of the interface's documents, in their order, and holds the answers against the examples. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Verifies({"API-1", "DOC-10"})
class ExamplesTest {

    private static final Path FILE = ApiDocument.FILE.resolveSibling("examples.yaml");

    /** What no client can cause at will; other tests see these frames, and their examples are checked for their form. */
    private static final Set<String> OUT_OF_REACH = Set.of("unknown", "resync");

    private final SocketDocument socketDocument = SocketDocument.committed();
    private final Stand stand = new Stand();
    private final Map<String, String> tokens = new HashMap<>();
    private final LiveSocket socket = LiveSocket.to(Installation.address());

    @AfterAll
    void close() {
        socket.close();
    }

    @TestFactory
    Stream<DynamicTest> areAnsweredAsTheyShow() {
        stand.put("ann", Person.freshName());
        stand.put("bob", Person.freshName());
        stand.put("ann@example.org", Person.freshName() + "@example.org");
        Stream<DynamicTest> calls = examples().stream()
                .map(example -> dynamicTest(example.get("name").asString(), () -> call(example)));
        return Stream.concat(
                calls,
                Stream.of(
                        dynamicTest("authenticated", () -> frame("authenticate", "authenticated")),
                        dynamicTest("heads", () -> frame("resume", "heads")),
                        dynamicTest("pong", () -> frame("ping", "pong")),
                        dynamicTest("accepted", () -> frame("send", "accepted")),
                        dynamicTest("entry", () -> awaited("entry", 0)),
                        dynamicTest("marks", this::marks),
                        dynamicTest("refused", this::refused),
                        dynamicTest("problem", this::problem),
                        dynamicTest("conversation", this::conversation)));
    }

    @Test
    void areThereForEveryOperationAndItsSuccesses() {
        Set<String> shown = examples().stream()
                .map(example -> example.get("operation").asString() + " "
                        + example.get("status").asString())
                .collect(Collectors.toSet());
        Set<String> promised = operations()
                .flatMap(operation -> operation.getResponses().keySet().stream()
                        .filter(status -> status.startsWith("2"))
                        .map(status -> operation.getOperationId() + " " + status))
                .collect(Collectors.toSet());

        assertThat(shown).isEqualTo(promised);
    }

    @Test
    void areThereForEveryFrameAndHaveItsForm() {
        for (Side side : Side.values()) {
            assertThat(socketDocument.types(side)).allSatisfy(type -> assertThat(socketDocument.examples(type))
                    .isNotEmpty()
                    .allSatisfy(example -> socketDocument.hold(side, example)));
        }
        assertThat(socketDocument.types(Side.SERVER)).containsAll(OUT_OF_REACH);
    }

    private void call(JsonNode example) {
        JsonNode body = example.path("body");
        if (body.has("id") && !stand.knows(body.get("id").asString())) {
            stand.put(body.get("id").asString(), Ids.next());
        }
        Answer answer = Api.anonymous().send(request(example, body));
        answer.expect(example.get("status").asInt());
        if (example.has("answer")) {
            assertThat(stand.fits(example.get("answer"), answer.json()))
                    .as("%s%n has the form of %s", answer, example.get("answer"))
                    .isTrue();
            tokens.put(
                    example.get("name").asString(),
                    answer.json().path("accessToken").asString(""));
        } else {
            assertThat(answer.body()).isEmpty();
        }
    }

    private HttpRequest.Builder request(JsonNode example, JsonNode body) {
        DocumentedOperation operation = DocumentedOperation.all()
                .filter(known -> known.id().equals(example.get("operation").asString()))
                .findFirst()
                .orElseThrow();
        assertThat(example.has("by")).as("who asks, in %s", example).isEqualTo(operation.needsToken());
        Api api = example.has("by") ? by(example.get("by").asString()) : Api.anonymous();
        String address = operation.template();
        StringBuilder query = new StringBuilder();
        for (Map.Entry<String, JsonNode> parameter : example.path("parameters").properties()) {
            String value = stand.now(parameter.getValue().asString());
            String place = "{" + parameter.getKey() + "}";
            if (address.contains(place)) {
                address = address.replace(place, value);
            } else {
                query.append(query.isEmpty() ? "?" : "&")
                        .append(parameter.getKey())
                        .append("=")
                        .append(value);
            }
        }
        HttpRequest.Builder request = api.request(address + query);
        return body.isMissingNode()
                ? request.method(operation.method(), BodyPublishers.noBody())
                : request.header("Content-Type", "application/json")
                        .method(
                                operation.method(),
                                BodyPublishers.ofString(stand.now(body).toString()));
    }

    /** Calls of whoever an earlier example gave a session. */
    private Api by(String example) {
        return Api.anonymous().as(Objects.requireNonNull(tokens.get(example), example));
    }

    private void frame(String sent, String answered) {
        int before = socket.received();
        ObjectNode frame = (ObjectNode) stand.now(example(sent));
        if (frame.has("id")) {
            stand.put(frame.get("id").asString(), Ids.next());
            frame = (ObjectNode) stand.now(example(sent));
        }
        socket.send(Frames.sent(frame).toString());
        awaited(answered, before);
    }

    /** Somebody else's id. */
    private void refused() {
        int before = socket.received();
        ObjectNode frame = (ObjectNode) stand.now(example("send"));
        frame.put("id", stand.now(example("refused").get("id").asString()));
        socket.send(Frames.sent(frame).toString());
        awaited("refused", before);
    }

    /** Bob tells what is known already, and is told how far Ann is. */
    private void marks() {
        int before = socket.received();
        JsonNode known = stand.now(example("mark"));
        socket.send(Frames.sent(known).toString());
        String address = "/conversations/" + known.get("conversationId").asString() + "/marks";
        by("register")
                .put(address, Map.of("read", example("marks").at("/all/read").asLong()))
                .expect(204);
        awaited("marks", before);
    }

    private void problem() {
        int before = socket.received();
        socket.send("{\"type\":\"nonsense\"}");
        awaited("problem", before);
    }

    private void conversation() {
        int before = socket.received();
        Api bob = by("register-in-short");
        String ann = stand.now("6f1d2c3e-8a4b-4c5d-9e6f-7a8b9c0d1e2f");
        List<String> members = List.of(ann, Person.registered().id());
        bob.post("/conversations", Map.of("type", "group", "title", "Breakfast", "members", members))
                .expect(201);
        awaited("conversation", before);
    }

    private void awaited(String type, int from) {
        JsonNode frame = socket.await(from, ofType(type));
        assertThat(stand.fits(example(type), frame))
                .as("%s%n has the form of %s", frame, example(type))
                .isTrue();
    }

    private JsonNode example(String type) {
        return socketDocument.examples(type).get(0);
    }

    private static Stream<Operation> operations() {
        return ApiDocument.committed().content().getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream());
    }

    private static List<JsonNode> examples() {
        try {
            Object parsed = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(FILE));
            return Json.read(Json.text(parsed)).valueStream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
