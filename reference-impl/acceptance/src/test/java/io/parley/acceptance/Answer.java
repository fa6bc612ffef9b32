package io.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the server answered. */
public record Answer(int status, HttpHeaders headers, String body) {

    private static final JsonMapper JSON = new JsonMapper();

    public JsonNode json() {
        return JSON.readTree(body);
    }

    /** The text at a JSON pointer such as {@code /user/id}; fails when there is none. */
    public String text(String pointer) {
        JsonNode node = json().at(pointer);
        assertThat(node.isString()).as(pointer + " in " + body).isTrue();
        return node.asString();
    }

    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** Asserts the status; this answer. */
    public Answer expect(int expected) {
        assertThat(status).as(body).isEqualTo(expected);
        return this;
    }

    /** Asserts that this is the problem document of a type; this answer. */
    public Answer expectProblem(int expected, String id) {
        expect(expected);
        assertThat(header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(text("/type")).isEqualTo("urn:parley:problem:" + id);
        assertThat(json().at("/status").asInt()).isEqualTo(expected);
        return this;
    }

    /** Asserts that this is {@code invalid-field} and names exactly these fields. */
    public void expectInvalid(String... fields) {
        expectProblem(400, "invalid-field");
        assertThat(json().at("/errors").valueStream().map(error -> error.at("/name")
                        .asString()))
                .containsExactlyInAnyOrder(fields);
    }
}
