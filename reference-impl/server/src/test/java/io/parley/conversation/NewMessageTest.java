package io.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.evidence.Verifies;
import io.parley.limits.Limits;
import io.parley.problem.JsonFields;
import io.parley.problem.ProblemException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Verifies({"API-2", "MSG-3"})
class NewMessageTest {

    private static final String ID = "\"id\":\"0199c0de-0000-7000-8000-000000000000\"";

    private static NewMessage read(String json) {
        return NewMessage.read(JsonFields.parse(json), Limits.packaged());
    }

    private static String withText(String jsonText) {
        return "{" + ID + ",\"content\":{\"type\":\"text\",\"text\":\"" + jsonText + "\"}}";
    }

    @Test
    void ignoresUnknownMembersAndTakesNullForMissing() {
        NewMessage message = read("{" + ID + ",\"sentAt\":null,\"more\":[1],"
                + "\"content\":{\"type\":\"text\",\"text\":\"hi\",\"style\":{}}}");

        assertThat(message.content().text()).isEqualTo("hi");
        assertThat(message.sentAt()).isNull();
    }

    @Test
    void cutsTimesToMilliseconds() {
        NewMessage message = read("{" + ID + ",\"sentAt\":\"2026-11-20T10:00:00.1239Z\","
                + "\"content\":{\"type\":\"text\",\"text\":\"hi\"}}");

        assertThat(message.sentAt()).isEqualTo(Instant.parse("2026-11-20T10:00:00.123Z"));
    }

    @Test
    void countsTheTextInBytesOfUtf8() {
        assertThat(read(withText("ü".repeat(8192))).content().text()).hasSize(8192);
        assertThat(problemOf(withText("ü".repeat(8192) + "x"))).contains("content.text");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"id\":7,\"content\":{\"type\":\"text\",\"text\":\"x\"}}",
                "{\"id\":\"0199C0DE-0000-7000-8000-000000000000\",\"content\":{\"type\":\"text\",\"text\":\"x\"}}",
                "{\"id\":\"0199c0de-0000-4000-8000-000000000000\",\"content\":{\"type\":\"text\",\"text\":\"x\"}}",
                "{" + ID + "}",
                "{" + ID + ",\"content\":\"x\"}",
                "{" + ID + ",\"content\":{\"type\":\"image\",\"text\":\"x\"}}",
                "{" + ID + ",\"content\":{\"type\":\"text\"}}",
                "{" + ID + ",\"content\":{\"type\":\"text\",\"text\":5}}",
                "{" + ID + ",\"content\":{\"type\":\"text\",\"text\":\"\"}}",
                "{" + ID + ",\"content\":{\"type\":\"text\",\"text\":\" \\n\\u2003\"}}",
                "{" + ID + ",\"content\":{\"type\":\"text\",\"text\":\"\\ud800\"}}",
                "{" + ID + ",\"content\":{\"type\":\"text\",\"text\":\"x\"},\"sentAt\":\"yesterday\"}",
                "{" + ID + ",\"content\":{\"type\":\"text\",\"text\":\"x\"},\"sentAt\":\"1969-12-31T23:59:59Z\"}",
                "{" + ID + ",\"content\":{\"type\":\"text\",\"text\":\"x\"},\"sentAt\":12}"
            })
    void refusesWhatIsMissingOrOutOfRange(String json) {
        assertThat(problemOf(json)).contains("invalid-field");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "[]", "7", "null", "{", "{} {}", "{\"id\":1,\"id\":2}", "{\"a\":\u0000}"})
    void refusesWhatIsNoJsonObject(String json) {
        assertThat(problemOf(json)).contains("malformed-request");
    }

    private static String problemOf(String json) {
        String[] document = new String[1];
        assertThatThrownBy(() -> read(json))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> document[0] = e.problem().document().toString());
        return document[0];
    }
}
