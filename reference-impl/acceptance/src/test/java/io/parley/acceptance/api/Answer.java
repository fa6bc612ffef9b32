package io.parley.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.problem.ProblemType;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * What the server answered.
 *
 * @param call names the request without what it carries
 */
public record Answer(String call, int status, HttpHeaders headers, String body) {

    static Answer of(HttpResponse<String> response) {
        String call = response.request().method() + " " + response.request().uri();
        return new Answer(call, response.statusCode(), response.headers(), response.body());
    }

    public JsonNode json() {
        return Json.read(body);
    }

    /** The text at a JSON pointer such as {@code /user/id}; fails when there is none. */
    public String text(String pointer) {
        JsonNode node = json().at(pointer);
        assertThat(node.isString()).as(pointer + " in " + body).isTrue();
        return node.asString();
    }

    /** The first value of a header field, or nothing. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** All header fields but the date. */
    Map<String, List<String>> headersButDate() {
        Map<String, List<String>> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        fields.putAll(headers.map());
        fields.remove("Date");
        return fields;
    }

    /** Asserts the status; this answer. */
    public Answer expect(int expected) {
        assertThat(status).as("%s answered %s", call, body).isEqualTo(expected);
        return this;
    }

    /** Asserts the status and reads the body. */
    public <T> T expect(int expected, Class<T> form) {
        return Json.as(expect(expected).json(), form);
    }

    /** Asserts that this is a problem of the type; this answer. */
    public Answer expect(ProblemType expected) {
        assertThat(problem()).as(toString()).isEqualTo(expected);
        return this;
    }

    /** Asserts that this is the problem document of a type; this answer. */
    public Answer expectProblem(int expected, String id) {
        expect(expected);
        assertThat(problem().id()).as(toString()).isEqualTo(id);
        return this;
    }

    /** Asserts that this is {@code invalid-field} and names exactly these fields. */
    public void expectInvalid(String... fields) {
        expect(ProblemType.INVALID_FIELD);
        assertThat(json().at("/errors").valueStream().map(error -> error.at("/name")
                        .asString()))
                .as(toString())
                .containsExactlyInAnyOrder(fields);
    }

    /** The problem that this answer is; fails if it is none, or differs from the catalogue. */
    public ProblemType problem() {
        assertThat(status).as(toString()).isGreaterThanOrEqualTo(400);
        assertThat(header("Content-Type")).as(toString()).isEqualTo("application/problem+json");
        ProblemType type = problem(json());
        assertThat(status).as(toString()).isEqualTo(type.status());
        return type;
    }

    /** The problem that a document, answered or framed, is; fails if it differs from the catalogue. */
    public static ProblemType problem(JsonNode document) {
        ProblemType type = Arrays.stream(ProblemType.values())
                .filter(known -> known.urn().equals(document.path("type").asString()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not in the catalogue: " + document));
        assertThat(document.path("status").asInt()).isEqualTo(type.status());
        assertThat(document.path("title").asString()).isEqualTo(type.title());
        assertThat(document.propertyNames())
                .as("members of %s", document)
                .isSubsetOf(
                        "type", "title", "status", "detail", type.extension().orElse("type"))
                .containsAll(type.extension().stream().toList());
        return type;
    }

    @Override
    public String toString() {
        return call + " answered " + status + " " + body;
    }
}
