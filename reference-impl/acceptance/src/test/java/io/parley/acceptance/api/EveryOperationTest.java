package io.parley.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Verifies;
import io.parley.limits.Limits;
import io.parley.problem.ProblemType;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What all operations have in common: which requests they refuse, with which problem, and what is looked at first. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryOperationTest {

    private static final String OPERATIONS = "io.parley.acceptance.api.DocumentedOperation#";

    private final Api nobody = Api.anonymous();
    private final Person person = Person.registered();
    private final Api member = person.api();
    private final Api stranger = Person.registered().api();
    private String conversation = "";

    @BeforeAll
    void meet() {
        conversation = person.talksTo(Person.registered()).id();
    }

    @ParameterizedTest
    @MethodSource(OPERATIONS + "withToken")
    @Verifies({"API-2", "QG-7"})
    void refusesWhoHasNoToken(DocumentedOperation operation) {
        nobody.send(operation.wellFormed(nobody, conversation)).expect(ProblemType.UNAUTHENTICATED);
    }

    @ParameterizedTest
    @MethodSource(OPERATIONS + "withToken")
    @Verifies({"API-2", "QG-7"})
    void refusesATamperedToken(DocumentedOperation operation) {
        for (String token : tampered(person.accessToken())) {
            nobody.send(operation.wellFormed(nobody.as(token), conversation)).expect(ProblemType.UNAUTHENTICATED);
        }
    }

    @ParameterizedTest
    @MethodSource(OPERATIONS + "withBody")
    @Verifies("API-2")
    void refusesABodyThatIsTooLarge(DocumentedOperation operation) {
        Answer answer = member.send(operation.with(member, conversation, textOf(bytesMax() + 1)))
                .expect(ProblemType.BODY_TOO_LARGE);
        assertThat(answer.json().get("limitBytes").asInt()).isEqualTo(bytesMax());
        member.send(operation.with(member, conversation, textOf(bytesMax()))).expect(ProblemType.MALFORMED_REQUEST);
    }

    @ParameterizedTest
    @MethodSource(OPERATIONS + "withBody")
    @Verifies("API-2")
    void refusesABodyThatIsNotJson(DocumentedOperation operation) {
        for (String type : List.of("text/plain", "application/xml", "application/json;charset=utf-16", "nonsense")) {
            member.send(operation.with(member, conversation, type, BodyPublishers.ofString("{}")))
                    .expect(ProblemType.UNSUPPORTED_MEDIA_TYPE);
        }
    }

    @ParameterizedTest
    @MethodSource(OPERATIONS + "withBody")
    @Verifies("API-2")
    void refusesAMalformedBody(DocumentedOperation operation) {
        for (String body :
                List.of("{", "[]", "null", "\"text\"", "{} {}", "{\"a\":1,\"a\":2}", "{'a':1}", "{\"a\":01}")) {
            member.send(operation.with(member, conversation, body)).expect(ProblemType.MALFORMED_REQUEST);
        }
        byte[] notUtf8 = {'{', '"', (byte) 0xff, '"', ':', '1', '}'};
        member.send(operation.with(member, conversation, "application/json", BodyPublishers.ofByteArray(notUtf8)))
                .expect(ProblemType.MALFORMED_REQUEST);
        member.send(operation.without(member, operation.path(conversation))).expect(ProblemType.MALFORMED_REQUEST);
    }

    @ParameterizedTest
    @MethodSource(OPERATIONS + "withBody")
    @Verifies("API-2")
    void ignoresMembersThatItDoesNotKnow(DocumentedOperation operation) {
        int known = member.send(operation.wellFormed(member, conversation)).status();
        String more =
                operation.body().replaceFirst("^\\{", "{\"unknown\":[{}],").replace(",}", "}");

        assertThat(member.send(operation.with(member, conversation, more)).status())
                .isEqualTo(known);
    }

    @ParameterizedTest
    @MethodSource(OPERATIONS + "all")
    @Verifies("API-2")
    void refusesHeaderFieldsThatAreTooLarge(DocumentedOperation operation) {
        String field = "x".repeat(Limits.packaged().http().headerBytesMax());
        member.send(operation.wellFormed(member, conversation).header("X-Long", field))
                .expect(ProblemType.HEADERS_TOO_LARGE);
    }

    /** Of the methods that an address could have, it takes those that the document has for it. */
    @ParameterizedTest
    @MethodSource(OPERATIONS + "all")
    @Verifies("API-2")
    void refusesOtherMethods(DocumentedOperation operation) {
        Set<String> taken = DocumentedOperation.all()
                .filter(other -> other.template().equals(operation.template()))
                .map(DocumentedOperation::method)
                .collect(Collectors.toSet());
        for (String method : List.of("GET", "POST", "PUT", "PATCH", "DELETE")) {
            if (!taken.contains(method)) {
                Answer refused =
                        member.call(method, operation.path(conversation)).expect(ProblemType.METHOD_NOT_ALLOWED);
                assertThat(refused.header("Allow").split(", ")).hasSameElementsAs(taken);
            }
        }
    }

    @ParameterizedTest
    @MethodSource(OPERATIONS + "withQuery")
    @Verifies("API-2")
    void refusesAQueryThatIsOutOfRange(DocumentedOperation operation) {
        for (String query : operation.wrongQueries()) {
            member.send(operation.without(member, operation.path(conversation) + query))
                    .expect(ProblemType.INVALID_FIELD);
        }
    }

    @ParameterizedTest
    @MethodSource(OPERATIONS + "ofOneConversation")
    @Verifies("QG-7")
    void tellsStrangersNothing(DocumentedOperation operation) {
        Answer existing =
                stranger.send(operation.wellFormed(stranger, conversation)).expect(ProblemType.NOT_FOUND);
        for (String absent : List.of(Ids.next(), UUID.randomUUID().toString())) {
            Answer answer = stranger.send(operation.wellFormed(stranger, absent));
            assertThat(answer.status()).isEqualTo(existing.status());
            assertThat(answer.body()).isEqualTo(existing.body());
            assertThat(answer.headersButDate()).isEqualTo(existing.headersButDate());
        }
    }

    @ParameterizedTest
    @MethodSource(OPERATIONS + "ofOneConversation")
    @Verifies("API-2")
    void findsNothingUnderWhatIsNoId(DocumentedOperation operation) {
        for (String impossible : List.of("x", "0", conversation.toUpperCase(Locale.ROOT), conversation + "0")) {
            member.send(operation.wellFormed(member, impossible)).expect(ProblemType.NOT_FOUND);
        }
    }

    @ParameterizedTest
    @MethodSource(OPERATIONS + "ofOneConversation")
    @Verifies({"API-2", "QG-7"})
    void looksAtTokenThenBodyThenMembershipThenContent(DocumentedOperation operation) {
        if (operation.takesBody()) {
            String large = textOf(bytesMax() + 1);
            nobody.send(operation.with(nobody, conversation, large)).expect(ProblemType.UNAUTHENTICATED);
            stranger.send(operation.with(stranger, conversation, large)).expect(ProblemType.BODY_TOO_LARGE);
            stranger.send(operation.with(stranger, conversation, "text/plain", BodyPublishers.ofString("{")))
                    .expect(ProblemType.UNSUPPORTED_MEDIA_TYPE);
            for (String malformed : List.of("{", "{}", "[]")) {
                stranger.send(operation.with(stranger, conversation, malformed)).expect(ProblemType.NOT_FOUND);
            }
        }
        for (String query : operation.takesQuery() ? operation.wrongQueries() : List.<String>of()) {
            String address = operation.path(conversation) + query;
            nobody.send(operation.without(nobody, address)).expect(ProblemType.UNAUTHENTICATED);
            stranger.send(operation.without(stranger, address)).expect(ProblemType.NOT_FOUND);
        }
    }

    private static int bytesMax() {
        return Limits.packaged().http().bodyBytesMax();
    }

    /** JSON of so many bytes, but no object. */
    private static String textOf(int bytes) {
        return "\"" + "x".repeat(bytes - 2) + "\"";
    }

    /** Another payload, another signature, no signature, no algorithm, not a token at all. */
    private static List<String> tampered(String token) {
        String[] parts = token.split("\\.", -1);
        String none = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.US_ASCII));
        return List.of(
                parts[0] + "." + flipped(parts[1]) + "." + parts[2],
                parts[0] + "." + parts[1] + "." + flipped(parts[2]),
                parts[0] + "." + parts[1] + ".",
                none + "." + parts[1] + ".",
                "x",
                UUID.randomUUID().toString());
    }

    private static String flipped(String part) {
        int middle = part.length() / 2;
        char other = part.charAt(middle) == 'A' ? 'B' : 'A';
        return part.substring(0, middle) + other + part.substring(middle + 1);
    }
}
