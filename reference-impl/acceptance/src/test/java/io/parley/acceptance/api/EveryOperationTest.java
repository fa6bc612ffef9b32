package io.parley.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Verifies;
import io.parley.limits.Limits;
import io.parley.problem.ProblemType;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What all operations have in common: which requests they refuse, with which problem, and what is looked at first. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryOperationTest {

    private static final String OPERATIONS = "io.parley.acceptance.api.DocumentedOperation#";

    private Person member;
    private Person stranger;
    private String conversation;

    @BeforeAll
    void meet() {
        member = Person.registers();
        stranger = Person.registers();
        conversation = member.talksTo(Person.registers()).id();
    }

    @ParameterizedTest
    @MethodSource(OPERATIONS + "withToken")
    @Verifies({"API-2", "QG-7"})
    void refusesWhoHasNoToken(DocumentedOperation operation) {
        send(operation.wellFormed(conversation)).is(ProblemType.UNAUTHENTICATED);
    }

    @ParameterizedTest
    @MethodSource(OPERATIONS + "withToken")
    @Verifies({"API-2", "QG-7"})
    void refusesATamperedToken(DocumentedOperation operation) {
        for (String token : tampered(member.token())) {
            send(operation.wellFormed(conversation).by(token)).is(ProblemType.UNAUTHENTICATED);
        }
    }

    @ParameterizedTest
    @MethodSource(OPERATIONS + "withBody")
    @Verifies("API-2")
    void refusesABodyThatIsTooLarge(DocumentedOperation operation) {
        Answer answer = member.does(operation.on(conversation).json(ofBytes(bytesMax() + 1)));
        assertThat(answer.is(ProblemType.BODY_TOO_LARGE)
                        .json()
                        .get("limitBytes")
                        .asInt())
                .isEqualTo(bytesMax());
        member.does(operation.on(conversation).json(ofBytes(bytesMax()))).is(ProblemType.MALFORMED_REQUEST);
    }

    @ParameterizedTest
    @MethodSource(OPERATIONS + "withBody")
    @Verifies("API-2")
    void refusesABodyThatIsNotJson(DocumentedOperation operation) {
        for (String type : List.of("text/plain", "application/xml", "application/json;charset=utf-16", "nonsense")) {
            member.does(operation.on(conversation).body(type, new byte[] {'{', '}'}))
                    .is(ProblemType.UNSUPPORTED_MEDIA_TYPE);
        }
    }

    @ParameterizedTest
    @MethodSource(OPERATIONS + "withBody")
    @Verifies("API-2")
    void refusesAMalformedBody(DocumentedOperation operation) {
        for (String body :
                List.of("{", "[]", "null", "\"text\"", "{} {}", "{\"a\":1,\"a\":2}", "{'a':1}", "{\"a\":01}")) {
            member.does(operation.on(conversation).json(body)).is(ProblemType.MALFORMED_REQUEST);
        }
        byte[] notUtf8 = {'{', '"', (byte) 0xff, '"', ':', '1', '}'};
        member.does(operation.on(conversation).body("application/json", notUtf8))
                .is(ProblemType.MALFORMED_REQUEST);
        member.does(operation.on(conversation)).is(ProblemType.MALFORMED_REQUEST);
    }

    @ParameterizedTest
    @MethodSource(OPERATIONS + "withBody")
    @Verifies("API-2")
    void ignoresMembersThatItDoesNotKnow(DocumentedOperation operation) {
        int known = member.does(operation.wellFormed(conversation)).status();
        Call more = operation.wellFormed(conversation);
        String body = more.body()
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElseThrow()
                .replaceFirst("^\\{", "{\"unknown\":[{}],")
                .replace(",}", "}");
        assertThat(member.does(more.json(body)).status()).isEqualTo(known);
    }

    @ParameterizedTest
    @MethodSource(OPERATIONS + "all")
    @Verifies("API-2")
    void refusesHeaderFieldsThatAreTooLarge(DocumentedOperation operation) {
        String field = "x".repeat(Limits.packaged().http().headerBytesMax());
        member.does(operation.wellFormed(conversation).header("X-Long", field)).is(ProblemType.HEADERS_TOO_LARGE);
    }

    @ParameterizedTest
    @MethodSource(OPERATIONS + "all")
    @Verifies("API-2")
    void refusesAQueryThatIsOutOfRange(DocumentedOperation operation) {
        if (operation.takesQuery()) {
            operation.withWrongQuery(conversation).forEach(call -> member.does(call)
                    .is(ProblemType.INVALID_FIELD));
        }
    }

    @ParameterizedTest
    @MethodSource(OPERATIONS + "ofOneConversation")
    @Verifies("QG-7")
    void tellsStrangersNothing(DocumentedOperation operation) {
        Answer existing = stranger.does(operation.wellFormed(conversation)).is(ProblemType.NOT_FOUND);
        for (String absent : List.of(Ids.next(), UUID.randomUUID().toString())) {
            Answer answer = stranger.does(operation.wellFormed(absent));
            assertThat(answer.body()).isEqualTo(existing.body());
            assertThat(answer.comparableHeaders()).isEqualTo(existing.comparableHeaders());
        }
        for (String impossible : List.of("x", "0", conversation.toUpperCase(Locale.ROOT), conversation + "0")) {
            stranger.does(operation.wellFormed(impossible)).is(ProblemType.NOT_FOUND);
            member.does(operation.wellFormed(impossible)).is(ProblemType.NOT_FOUND);
        }
    }

    @ParameterizedTest
    @MethodSource(OPERATIONS + "ofOneConversation")
    @Verifies({"API-2", "QG-7"})
    void looksAtTokenThenBodyThenMembershipThenContent(DocumentedOperation operation) {
        if (operation.takesBody()) {
            send(operation.on(conversation).json(ofBytes(bytesMax() + 1))).is(ProblemType.UNAUTHENTICATED);
            send(operation.on(conversation).body("text/plain", new byte[] {'x'}))
                    .is(ProblemType.UNAUTHENTICATED);
            stranger.does(operation.on(conversation).json(ofBytes(bytesMax() + 1)))
                    .is(ProblemType.BODY_TOO_LARGE);
            stranger.does(operation.on(conversation).body("text/plain", new byte[] {'x'}))
                    .is(ProblemType.UNSUPPORTED_MEDIA_TYPE);
            stranger.does(operation.on(conversation).json("{")).is(ProblemType.NOT_FOUND);
            stranger.does(operation.on(conversation).json("{}")).is(ProblemType.NOT_FOUND);
        }
        if (operation.takesQuery()) {
            operation.withWrongQuery(conversation).forEach(call -> {
                send(call).is(ProblemType.UNAUTHENTICATED);
                stranger.does(call).is(ProblemType.NOT_FOUND);
            });
        }
    }

    private static Answer send(Call call) {
        return Api.shared().send(call);
    }

    private static int bytesMax() {
        return Limits.packaged().http().bodyBytesMax();
    }

    /** JSON, but no object. */
    private static String ofBytes(int bytes) {
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
