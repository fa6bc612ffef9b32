package io.parley.acceptance.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.acceptance.api.Answer;
import io.parley.acceptance.api.Forms.Message;
import io.parley.acceptance.api.Ids;
import io.parley.acceptance.api.Person;
import io.parley.evidence.Verifies;
import io.parley.limits.Limits;
import io.parley.problem.ProblemType;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /conversations/{id}/messages}: what a message says, and what its repeat comes to. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SendTest {

    private static final int BYTES_MAX = Limits.packaged().message().textBytesMax();

    private final Person ann = Person.registered();
    private final Person bob = Person.registered();
    private final String conversation = ann.talksTo(bob).id();

    @Test
    @Verifies({"MSG-3", "MSG-20"})
    void putsAMessageIntoTheLog() {
        String id = Ids.next();
        Message message = ann.sends(conversation, id, "hello").expect(201, Message.class);

        assertThat(message.id()).isEqualTo(id);
        assertThat(message.conversationId()).isEqualTo(conversation);
        assertThat(message.author()).isEqualTo(ann.id());
        assertThat(message.content().text()).isEqualTo("hello");
        assertThat(message.sentAt()).isEqualTo(message.receivedAt());
        assertThat(message.receivedAt()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(bob.readsMessages(conversation, "?after=" + (message.seq() - 1) + "&limit=1")
                        .messages())
                .containsExactly(message);
    }

    @Test
    @Verifies("MSG-20")
    void keepsWhenItsAuthorSentIt() {
        Map<String, String> written = Map.of(
                "2001-02-03T04:05:06.789Z", "2001-02-03T04:05:06.789Z",
                "1970-01-01T00:00:00Z", "1970-01-01T00:00:00.000Z",
                "2026-01-01T00:00:00.123999Z", "2026-01-01T00:00:00.123Z");
        written.forEach((sentAt, kept) -> assertThat(ann.sends(conversation, with("sentAt", sentAt))
                        .expect(201, Message.class)
                        .sentAt())
                .isEqualTo(kept));
    }

    @Nested
    @Verifies({"INV-4", "MSG-17"})
    class Repeated {

        private final String id = Ids.next();
        private final Answer first = ann.sends(conversation, id, "once").expect(201);

        @Test
        void answersTheFirstOne() {
            assertThat(ann.sends(conversation, id, "once").expect(200).body()).isEqualTo(first.body());
            Map<String, Object> later = new HashMap<>(Person.message(id, "once"));
            later.put("sentAt", "2026-01-01T00:00:00.000Z");
            assertThat(ann.sends(conversation, later).expect(200).body()).isEqualTo(first.body());
        }

        @Test
        void refusesTheIdForAnythingElse() {
            ann.sends(conversation, id, "twice").expect(ProblemType.ID_IN_USE);
            bob.sends(conversation, id, "once").expect(ProblemType.ID_IN_USE);
            ann.sends(conversation, conversation, "the creation's id").expect(ProblemType.ID_IN_USE);
        }

        @Test
        void writesOneMessageOfRequestsAtTheSameMoment() {
            String racing = Ids.next();
            List<Answer> answers = sendAll(8, () -> Person.message(racing, "race"));

            assertThat(answers).extracting(Answer::status).containsOnlyOnce(201).containsOnly(200, 201);
            assertThat(answers)
                    .extracting(Answer::body)
                    .containsOnly(answers.get(0).body());
        }

        @Test
        void isRecognisedAfterTheWindowOfRememberedIds() {
            int window = Limits.packaged().log().idWindowEntries();
            sendAll(window + 1, () -> Person.message(Ids.next(), "later")).forEach(later -> later.expect(201));

            assertThat(ann.sends(conversation, id, "once").expect(200).body()).isEqualTo(first.body());
            ann.sends(conversation, id, "twice").expect(ProblemType.ID_IN_USE);
            bob.sends(conversation, id, "once").expect(ProblemType.ID_IN_USE);
        }
    }

    @Nested
    @Verifies("API-2")
    class Text {

        @Test
        void isMeasuredInBytes() {
            String face = "\ud83d\ude42";
            for (String text : List.of(
                    "x",
                    "x".repeat(BYTES_MAX - 1),
                    "x".repeat(BYTES_MAX),
                    "\u20ac".repeat(BYTES_MAX / 3),
                    face.repeat(BYTES_MAX / 4))) {
                assertThat(ann.says(conversation, text).content().text()).isEqualTo(text);
            }
            for (String text : List.of(
                    "x".repeat(BYTES_MAX + 1), "\u20ac".repeat(BYTES_MAX / 3 + 1), face.repeat(BYTES_MAX / 4) + "x")) {
                ann.sends(conversation, Ids.next(), text).expectInvalid("content.text");
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "\u0000",
                    "a\u0001\u0007\b\f\u001b\u007f\u0085b",
                    " kept \r\n\t",
                    "\ufeffmark",
                    "\uffff\ufffe",
                    "e\u0301 \u00e9",
                    "\u202eright to left",
                    "<b>&amp;</b>\"'\\",
                    "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67 \ud800\udc00"
                })
        void comesBackAsItWasSent(String text) {
            Message message = ann.says(conversation, text);

            assertThat(message.content().text()).isEqualTo(text);
            assertThat(bob.readsMessages(conversation, "?after=" + (message.seq() - 1) + "&limit=1")
                            .messages())
                    .containsExactly(message);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "\n\t \u2003", "\\ud83d", "x\\udc00", "\\ude42\\ud83d"})
        void isRefusedWhenBlankOrNoUnicode(String text) {
            String body = "{\"id\":\"" + Ids.next() + "\",\"content\":{\"type\":\"text\",\"text\":\""
                    + text.replace("\n", "\\n").replace("\t", "\\t") + "\"}}";
            ann.sends(conversation, body).expectInvalid("content.text");
        }
    }

    @Test
    @Verifies("API-2")
    void refusesBodiesThatAreNoMessage() {
        for (Object id :
                List.of("x", 1, UUID.randomUUID().toString(), Ids.next().toUpperCase(Locale.ROOT))) {
            ann.sends(conversation, with("id", id)).expectInvalid("id");
        }
        for (Object content : List.of("hello", 1, List.of("hello"))) {
            ann.sends(conversation, with("content", content)).expectInvalid("content");
        }
        ann.sends(conversation, with("content", Map.of("type", "image", "text", "x")))
                .expectInvalid("content.type");
        ann.sends(conversation, with("content", Map.of("text", "x"))).expectInvalid("content.type");
        ann.sends(conversation, with("content", Map.of("type", "text"))).expectInvalid("content.text");
        ann.sends(conversation, with("content", Map.of("type", "text", "text", 5)))
                .expectInvalid("content.text");
        for (Object sentAt :
                List.of("yesterday", 0, "2026-01-01", "1969-12-31T23:59:59.999Z", "2026-13-01T00:00:00Z")) {
            ann.sends(conversation, with("sentAt", sentAt)).expectInvalid("sentAt");
        }
        ann.sends(conversation, Map.of("id", Ids.next())).expectInvalid("content");
        ann.sends(conversation, Map.of("content", Map.of("type", "text", "text", "x")))
                .expectInvalid("id");
    }

    private List<Answer> sendAll(int times, Supplier<Map<String, Object>> message) {
        String address = "/conversations/" + conversation + "/messages";
        return ann.api()
                .sendAll(Stream.generate(() -> ann.api().posting(address, message.get()))
                        .limit(times)
                        .toList());
    }

    private static Map<String, Object> with(String name, Object value) {
        Map<String, Object> body = new HashMap<>(Person.message(Ids.next(), "hello"));
        body.put(name, value);
        return body;
    }
}
