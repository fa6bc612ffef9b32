package io.parley.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.problem.ProblemType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** What the server answered to a call. */
public final class Answer {

    static final String PROBLEM_JSON = "application/problem+json";
    static final int ERRORS = 400;

    private final String call;
    private final int status;
    private final Map<String, List<String>> headers;
    private final String body;

    Answer(String call, int status, Map<String, List<String>> headers, byte[] body) {
        this.call = call;
        this.status = status;
        this.headers = headers;
        this.body = new String(body, StandardCharsets.UTF_8);
    }

    public int status() {
        return status;
    }

    public Map<String, List<String>> headers() {
        return headers;
    }

    /** The first value of a header field; names are compared without regard to case. */
    public Optional<String> header(String name) {
        return headers.entrySet().stream()
                .filter(field -> field.getKey().equalsIgnoreCase(name))
                .map(field -> field.getValue().get(0))
                .findFirst();
    }

    /** The header fields but for the date. */
    Map<String, List<String>> comparableHeaders() {
        Map<String, List<String>> comparable = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        comparable.putAll(headers);
        comparable.remove("Date");
        return comparable;
    }

    public String body() {
        return body;
    }

    public JsonNode json() {
        return Json.read(body);
    }

    /** The body, after the answer was found to have this status. */
    public <T> T as(int expected, Class<T> type) {
        is(expected);
        return Json.as(json(), type);
    }

    /** Asserts the status. */
    public Answer is(int expected) {
        assertThat(status).as("%s answered %s", call, body).isEqualTo(expected);
        return this;
    }

    /** Asserts that this is the problem, with the catalogue's status. */
    public Answer is(ProblemType expected) {
        assertThat(problem()).as("%s answered %s", call, body).isEqualTo(expected);
        return this;
    }

    /** Asserts that exactly this field was refused. */
    public Answer refuses(String field) {
        is(ProblemType.INVALID_FIELD);
        assertThat(json().get("errors").valueStream().map(error -> error.get("name")
                        .asString()))
                .as("%s answered %s", call, body)
                .containsExactly(field);
        return this;
    }

    /** The problem that this answer is; fails if it is none, or one that differs from the catalogue. */
    public ProblemType problem() {
        assertThat(status).as("%s answered %s", call, body).isGreaterThanOrEqualTo(ERRORS);
        assertThat(header("Content-Type")).as("%s answered %s", call, status).contains(PROBLEM_JSON);
        return problem(json());
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
        return call + " → " + status + " " + body;
    }
}
