package io.parley.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.evidence.Verifies;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

@Verifies({"API-1", "API-2"})
class JsonRulesTest {

    private static final UserId ID = UserId.parse("0198c0de-0000-7000-8000-000000000001");

    private final JsonMapper json = mapper();

    private record Sample(
            @Nullable UserId id,
            @Nullable Seq seq,
            @Nullable Instant at,
            @Nullable String text,
            @Nullable Integer count,
            @Nullable List<String> texts) {

        static Sample with(@Nullable String text) {
            return new Sample(null, null, null, text, null, null);
        }
    }

    @Test
    void writesIdsAsTextSeqsAsNumbersAndTimesWithMilliseconds() {
        Sample sample = new Sample(ID, new Seq(7), Instant.parse("2026-11-20T10:00:00.123456Z"), null, null, null);

        assertThat(json.writeValueAsString(sample))
                .isEqualTo("{\"id\":\"" + ID + "\",\"seq\":7,\"at\":\"2026-11-20T10:00:00.123Z\"}");
        assertThat(json.writeValueAsString(Instant.parse("2026-11-20T10:00:00Z")))
                .isEqualTo("\"2026-11-20T10:00:00.000Z\"");
    }

    @Test
    void readsIdsAndTimes() {
        assertThat(read("{\"id\":\"" + ID + "\",\"at\":\"2026-11-20T10:00:00.000Z\"}"))
                .isEqualTo(new Sample(ID, null, Instant.parse("2026-11-20T10:00:00Z"), null, null, null));
    }

    @Test
    void ignoresUnknownFieldsAndTakesNullAsAbsent() {
        assertThat(read("{\"other\":{\"deep\":[1]},\"text\":null}")).isEqualTo(Sample.with(null));
    }

    @Test
    void refusesAnotherFormOfAnId() {
        refuses("{\"id\":\"" + ID.toString().toUpperCase(Locale.ROOT) + "\"}");
        refuses("{\"id\":\"\"}");
        refuses("{\"id\":\"1-1-1-1-1\"}");
        refuses("{\"id\":5}");
        refuses("{\"id\":{}}");
    }

    @Test
    void refusesAnotherFormOfATime() {
        refuses("{\"at\":1795168800000}");
        refuses("{\"at\":\"2026-11-20\"}");
        refuses("{\"at\":\"2026-11-20T10:00:00\"}");
    }

    @Test
    void guessesNoType() {
        refuses("{\"text\":5}");
        refuses("{\"text\":true}");
        refuses("{\"text\":[\"a\"]}");
        refuses("{\"count\":\"5\"}");
        refuses("{\"count\":5.5}");
        refuses("{\"texts\":\"a\"}");
        refuses("{\"texts\":[5]}");
    }

    @Test
    void refusesAMemberThatOccursTwiceAndWhatFollowsTheEnd() {
        refuses("{\"text\":\"a\",\"text\":\"b\"}");
        refuses("{\"text\":\"a\"} {}");
    }

    @Test
    void refusesTextThatIsNoUnicode() {
        refuses("{\"text\":\"\\ud800\"}");
        refuses("{\"text\":\"\\udc00\"}");
        refuses("{\"text\":\"a\\ud800b\"}");
        refuses("{\"text\":\"\\udc00\\ud800\"}");
        assertThat(read("{\"text\":\"\\ud83d\\ude00\"}")).isEqualTo(Sample.with("😀"));
    }

    private void refuses(String text) {
        assertThatThrownBy(() -> read(text)).as(text).isInstanceOf(JacksonException.class);
    }

    private Sample read(String text) {
        return json.readValue(text, Sample.class);
    }

    private static JsonMapper mapper() {
        JsonMapper.Builder builder = JsonMapper.builder();
        JsonRules.apply(builder);
        return builder.build();
    }
}
