package io.parley.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import io.parley.problem.ProblemType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The committed AsyncAPI document, and what follows from it for the frames of both sides. Thread-safe.
 *
 * <p>The document lets either side add members. A frame of this server must nevertheless have no member that is not described:
 * its schemas are closed before they are applied.
 */
final class SocketDocument {

    /** Who sends. */
    enum Side {
        CLIENT,
        SERVER
    }

    /** Where the document stands in the project, seen from this module. */
    static final Path FILE = ApiDocument.FILE.resolveSibling("asyncapi.yaml");

    private static final String PLACE = "https://parley.example/";

    private final ObjectNode document;
    private final Frames client;
    private final Frames server;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    private SocketDocument(ObjectNode document, ObjectNode shared) {
        this.document = document;
        this.client = new Frames(typesOf("receive"), registry(document, shared));
        this.server = new Frames(answersAndPushes(), registry(closed(document.deepCopy()), closed(shared.deepCopy())));
    }

    /** What one side may send. */
    private record Frames(Set<String> types, SchemaRegistry schemas) {}

    static SocketDocument committed() {
        return Holder.COMMITTED;
    }

    /** The document together with the OpenAPI document that it refers to. */
    static SocketDocument of(ObjectNode document) {
        return new SocketDocument(document, Json.yaml(ApiDocument.FILE));
    }

    ObjectNode content() {
        return document;
    }

    /** The types of frames that this side may send. */
    Set<String> types(Side side) {
        return from(side).types();
    }

    /** Fails on a frame that this side may not send; what of the document occurred otherwise. */
    Set<String> hold(Side side, JsonNode frame) {
        String type = frame.path("type").asString("");
        assertThat(types(side))
                .as("types of frames from the %s, of %s", side, frame)
                .contains(type);
        List<Error> errors =
                schemas.computeIfAbsent(side + type, key -> schema(side, type)).validate(frame);
        assertThat(errors).as("held against the AsyncAPI document: %s", frame).isEmpty();
        Set<String> occurred = new TreeSet<>(Set.of(Occurrences.ofFrame(type)));
        if (side == Side.SERVER && frame.has("problem")) {
            ProblemType problem = Answer.problem(frame.get("problem"));
            assertThat(problems(type))
                    .as("problems that the document names for %s", frame)
                    .contains(problem.id());
            occurred.add(Occurrences.ofFrame(type + " " + problem.id()));
            occurred.add(Occurrences.ofProblem(problem));
        }
        return occurred;
    }

    /** Everything that the document promises of a type of frame, in the form of {@link Occurrences}. */
    Set<String> promised(String type) {
        Set<String> promised = new TreeSet<>(Set.of(Occurrences.ofFrame(type)));
        problems(type).forEach(problem -> promised.add(Occurrences.ofFrame(type + " " + problem)));
        return promised;
    }

    /** The catalogue's ids that a frame of this type may carry. */
    Set<String> problems(String type) {
        Set<String> ids = new TreeSet<>();
        message(type).path("x-problems").forEach(id -> ids.add(id.asString()));
        return ids;
    }

    /** The examples of a type of frame. */
    List<JsonNode> examples(String type) {
        return message(type)
                .path("examples")
                .valueStream()
                .map(example -> example.get("payload"))
                .toList();
    }

    /** The codes with which the server may close. */
    Map<Integer, String> closeCodes() {
        Map<Integer, String> codes = new TreeMap<>();
        document.at("/channels/socket/x-close-codes")
                .forEach(code ->
                        codes.put(code.get("code").asInt(), code.get("name").asString()));
        return codes;
    }

    JsonNode message(String type) {
        return document.at("/components/messages/" + type);
    }

    private Set<String> typesOf(String action) {
        Set<String> names = new TreeSet<>();
        operations()
                .filter(operation -> operation.path("action").asString().equals(action))
                .forEach(operation -> names.addAll(names(operation.path("messages"))));
        return names;
    }

    private Set<String> answersAndPushes() {
        Set<String> names = typesOf("send");
        operations().forEach(operation -> names.addAll(names(operation.at("/reply/messages"))));
        return names;
    }

    private Stream<JsonNode> operations() {
        return document.path("operations").valueStream();
    }

    private static List<String> names(JsonNode references) {
        return references
                .valueStream()
                .map(reference -> reference.get("$ref").asString())
                .map(reference -> reference.substring(reference.lastIndexOf('/') + 1))
                .toList();
    }

    private Frames from(Side side) {
        return switch (side) {
            case CLIENT -> client;
            case SERVER -> server;
        };
    }

    private Schema schema(Side side, String type) {
        return from(side)
                .schemas()
                .getSchema(SchemaLocation.of(PLACE + "asyncapi.yaml#/components/messages/" + type + "/payload"));
    }

    private static SchemaRegistry registry(ObjectNode document, ObjectNode shared) {
        Map<String, String> documents =
                Map.of(PLACE + "asyncapi.yaml", document.toString(), PLACE + "openapi.yaml", shared.toString());
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7, builder -> builder.schemas(documents)
                .schemaRegistryConfig(SchemaRegistryConfig.builder()
                        .formatAssertionsEnabled(true)
                        .build()));
    }

    /** Every object without a word about further members gets none. */
    private static ObjectNode closed(ObjectNode schemas) {
        if (schemas.path("properties").isObject() && !schemas.has("additionalProperties")) {
            schemas.put("additionalProperties", false);
        }
        schemas.forEach(SocketDocument::close);
        return schemas;
    }

    private static void close(JsonNode part) {
        if (part instanceof ObjectNode object) {
            closed(object);
        } else if (part.isArray()) {
            part.forEach(SocketDocument::close);
        }
    }

    /** Read at the first use. */
    private static final class Holder {
        private static final SocketDocument COMMITTED = of(Json.yaml(FILE));
    }
}
