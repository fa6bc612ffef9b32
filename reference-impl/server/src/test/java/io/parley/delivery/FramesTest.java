package io.parley.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.evidence.Verifies;
import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.problem.JsonFields;
import io.parley.problem.Problem;
import io.parley.problem.ProblemException;
import io.parley.problem.ProblemType;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Verifies("API-1")
class FramesTest {

    private static final String LOW = "0199c0de-0000-7000-8000-000000000001";
    private static final String HIGH = "f199c0de-0000-7000-8000-000000000000";

    @Test
    @Verifies("MSG-17")
    void digestsTheHeadsSortedById() {
        Map<ConversationId, Seq> heads =
                Map.of(ConversationId.parse(HIGH), new Seq(7), ConversationId.parse(LOW), new Seq(12));

        // printf '0199c0de-0000-7000-8000-000000000001 12\nf199c0de-0000-7000-8000-000000000000 7\n' | sha256sum
        assertThat(HeadsDigest.of(heads)).isEqualTo("f22624724f412523");
        // printf '' | sha256sum
        assertThat(HeadsDigest.of(Map.of())).isEqualTo("e3b0c44298fc1c14");
    }

    @Test
    void beginWithTheirType() {
        assertThat(EncodedFrame.of(new ServerFrame.Pong("2026-11-20T10:00:00.000Z"))
                        .text())
                .isEqualTo("{\"type\":\"pong\",\"serverTime\":\"2026-11-20T10:00:00.000Z\"}");
        assertThat(EncodedFrame.of(new ServerFrame.Failed(Problem.of(ProblemType.NOT_FOUND)))
                        .text())
                .startsWith("{\"type\":\"problem\",\"problem\":{\"type\":\"urn:parley:problem:not-found\"");
    }

    @Test
    void leaveOutWhatIsAbsent() {
        assertThat(EncodedFrame.of(new ServerFrame.Heads(Map.of(LOW, 3L), null)).text())
                .isEqualTo("{\"type\":\"heads\",\"heads\":{\"" + LOW + "\":3}}");
    }

    @Test
    void countTheirBytesInUtf8() {
        EncodedFrame frame = EncodedFrame.of(new ServerFrame.Pong("ü"));

        assertThat(frame.bytes()).isEqualTo(frame.text().length() + 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"type\":7}",
                "{\"type\":\"subscribe\"}",
                "{\"type\":\"authenticate\"}",
                "{\"type\":\"resume\",\"since\":5}",
                "{\"type\":\"ping\",\"digest\":\"123\"}",
                "{\"type\":\"send\",\"id\":\"" + LOW + "\"}",
                "{\"type\":\"send\",\"conversationId\":\"" + LOW + "\",\"id\":\"x\"}"
            })
    @Verifies("API-2")
    void areRefusedWithAProblemWhenSomethingIsWrong(String json) {
        assertThatThrownBy(() -> ClientFrame.read(JsonFields.parse(json)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().type()).isEqualTo(ProblemType.INVALID_FIELD));
    }
}
