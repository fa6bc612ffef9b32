package io.parley.acceptance.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.acceptance.api.Answer;
import io.parley.acceptance.api.Api;
import io.parley.acceptance.api.Person;
import io.parley.evidence.Verifies;
import io.parley.limits.Limits;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** CONTRACT: 401, then 413 and 415, then 404, then 400. Each request here breaks several rules. */
@Verifies("API-2")
class OrderOfChecksTest {

    private static final int BODY_BYTES_MAX = Limits.packaged().http().bodyBytesMax();
    private static final String NOWHERE = "/nowhere";

    private final Api nobody = Api.anonymous();
    private final Api ann = Person.registered().api();

    @Test
    void asksForTheTokenFirst() {
        send(nobody, NOWHERE, "text/plain", BodyPublishers.ofString("x".repeat(BODY_BYTES_MAX + 1)))
                .expectProblem(401, "unauthenticated");
        assertThat(nobody.get(NOWHERE).expectProblem(401, "unauthenticated").header("WWW-Authenticate"))
                .isEqualTo("Bearer");
        nobody.call("DELETE", "/users/me").expectProblem(401, "unauthenticated");
    }

    @Test
    void refusesABodyThatIsTooLargeBeforeAnythingElseAboutIt() {
        Answer answer = send(ann, NOWHERE, "text/plain", BodyPublishers.ofString("x".repeat(BODY_BYTES_MAX + 1)))
                .expectProblem(413, "body-too-large");

        assertThat(answer.json().at("/limitBytes").asInt()).isEqualTo(BODY_BYTES_MAX);
        send(ann, NOWHERE, "text/plain", BodyPublishers.ofString("x".repeat(BODY_BYTES_MAX)))
                .expectProblem(415, "unsupported-media-type");
    }

    @Test
    void countsABodyWhoseLengthIsNotDeclared() {
        send(ann, NOWHERE, "application/json", undeclared(BODY_BYTES_MAX + 1)).expectProblem(413, "body-too-large");
        send(ann, NOWHERE, "application/json", undeclared(BODY_BYTES_MAX)).expectProblem(404, "not-found");
    }

    @Test
    void answersAClientThatSendsFarTooMuch() {
        send(ann, "/conversations", "application/json", BodyPublishers.ofString("x".repeat(4 * BODY_BYTES_MAX)))
                .expectProblem(413, "body-too-large");
    }

    @Test
    void takesJsonInUtf8Only() {
        for (String type : new String[] {
            "text/plain",
            "application/xml",
            "application/json; charset=iso-8859-1",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            ";;;"
        }) {
            send(nobody, "/auth/login", type, BodyPublishers.ofString("{}"))
                    .expectProblem(415, "unsupported-media-type");
        }
        send(nobody, "/auth/login", "application/json; charset=UTF-8", BodyPublishers.ofString("{}"))
                .expectInvalid("username", "password");
    }

    @Test
    void looksForTheAddressBeforeItReadsTheBody() {
        send(ann, NOWHERE, "application/json", BodyPublishers.ofString("{")).expectProblem(404, "not-found");
    }

    @Test
    void refusesABodyThatIsNoJsonObject() {
        for (String body : new String[] {"", "{", "nonsense", "[]", "\"x\"", "null", "{} {}", "{\"a\":1,\"a\":2}"}) {
            send(nobody, "/auth/login", "application/json", BodyPublishers.ofString(body))
                    .expectProblem(400, "malformed-request");
        }
        byte[] latin1 = "{\"username\":\"\u00e4\",\"password\":\"x\"}".getBytes(StandardCharsets.ISO_8859_1);
        send(nobody, "/auth/login", "application/json", BodyPublishers.ofByteArray(latin1))
                .expectProblem(400, "malformed-request");
        send(nobody, "/auth/login", "application/json", BodyPublishers.ofString("[".repeat(100_000)))
                .expectProblem(400, "malformed-request");
    }

    @Test
    void quotesNothingOfTheBody() {
        Answer answer = nobody.post("/auth/login", "{\"username\":\"s3cret\",\"password\":s3cret}");

        assertThat(answer.expectProblem(400, "malformed-request").body()).doesNotContain("s3cret");
    }

    @Test
    void namesTheMethodsOfAnAddress() {
        Answer answer = ann.call("DELETE", "/users/me").expectProblem(405, "method-not-allowed");

        assertThat(answer.header("Allow")).isEqualTo("GET, PATCH");
        nobody.get("/auth/login").expectProblem(405, "method-not-allowed");
    }

    @Test
    void answersNothingButJson() {
        ann.send(ann.request("/users/me").header("Accept", "text/html").GET()).expectProblem(406, "not-acceptable");
    }

    private static Answer send(Api api, String path, String type, BodyPublisher body) {
        return api.send(api.request(path).header("Content-Type", type).POST(body));
    }

    private static BodyPublisher undeclared(int bytes) {
        return BodyPublishers.ofInputStream(
                () -> new ByteArrayInputStream("1".repeat(bytes).getBytes(StandardCharsets.US_ASCII)));
    }
}
