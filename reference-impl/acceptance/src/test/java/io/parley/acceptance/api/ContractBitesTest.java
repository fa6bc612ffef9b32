package io.parley.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.parley.evidence.ProofLog;
import io.parley.evidence.RuleProof;
import io.parley.evidence.Verifies;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.node.ObjectNode;

/** Real exchanges, held against copies of the OpenAPI document with one edit each: every edit must be noticed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Verifies({"API-1", "QG-8"})
class ContractBitesTest {

    private static final String USER = "/components/schemas/User";
    private static final String ME = "/paths/~1users~1me";

    private final Api ann = Person.registered().api();
    private final HttpRequest.Builder look = ann.request("/users/me").GET();

    @Test
    void noticesAnAnswerThatLacksAMember() throws Exception {
        planted("a required member that no answer has", look, document -> document.withArray(USER + "/required")
                .add("nickname"));
    }

    @Test
    void noticesAMemberThatIsNotDescribed() throws Exception {
        planted("a member of an answer taken out of the document", look, document -> {
            document.withObject(USER + "/properties").remove("username");
            document.withArray(USER + "/required").remove(2);
        });
    }

    @Test
    void noticesAMemberOfAnotherType() throws Exception {
        planted("another type for a member of an answer", look, document -> document.withObject(
                        USER + "/properties/displayName")
                .put("type", "integer"));
    }

    @Test
    void noticesAStatusThatIsNotDescribed() throws Exception {
        planted("a status taken out of an operation", look, document -> document.withObject(ME + "/get/responses")
                .remove("200"));
    }

    @Test
    void noticesAProblemThatIsNotNamed() throws Exception {
        HttpRequest.Builder unknown =
                ann.request("/conversations/" + Ids.next()).GET();
        planted("a problem taken out of an operation", unknown, document -> document.withObject(
                        "/paths/~1conversations~1{id}/get/responses/404/content/application~1problem+json/examples")
                .remove("not-found"));
    }

    @Test
    void noticesARequestThatIsNotAllowed() throws Exception {
        HttpRequest.Builder rename = ann.request("/users/me")
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString("{\"displayName\":\"Ann\"}"));
        planted("a stricter bound on a request that was taken", rename, document -> document.withObject(
                        "/components/schemas/ProfileChange/properties/displayName")
                .put("minLength", 4));
    }

    @Test
    void noticesAPromiseThatIsNotKept() {
        Set<String> promised = new TreeSet<>(ApiDocument.committed().promised("getMe"));
        Set<String> seen = new TreeSet<>(promised);
        promised.add(Occurrences.of("getMe", "418"));

        Set<String> missing = EveryPromiseIsKeptTest.missing(promised, seen);
        ProofLog.add(new RuleProof(
                "every promise of the interface's documents occurs",
                "an answer that is promised and never given",
                missing.equals(Set.of("getMe 418"))));
        assertThat(missing).containsExactly("getMe 418");
    }

    private static void planted(String what, HttpRequest.Builder request, Consumer<ObjectNode> edit)
            throws IOException, InterruptedException {
        HttpRequest sent = request.build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(sent, BodyHandlers.ofString());
        Answer answer = Answer.of(response);
        ObjectNode document = Json.yaml(ApiDocument.FILE);
        assertThatCode(() -> Contract.hold(ApiDocument.of(document.toString()), sent, answer))
                .as("before the edit")
                .doesNotThrowAnyException();
        edit.accept(document);
        boolean caught = false;
        try {
            Contract.hold(ApiDocument.of(document.toString()), sent, answer);
        } catch (AssertionError noticed) {
            caught = true;
        }
        ProofLog.add(new RuleProof("requests and answers fit the OpenAPI document", what, caught));
        assertThat(caught).as(what).isTrue();
    }
}
