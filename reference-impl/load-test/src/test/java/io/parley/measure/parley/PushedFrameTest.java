package io.parley.measure.parley;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Of a frame is read what the load wants to know, wherever it stands. */
class PushedFrameTest {

    @Test
    void readsAnEntry() {
        assertThat(read("""
                {"type":"entry","conversationId":"c","entry":{"seq":7,"kind":"message","id":"m","author":"a",
                 "content":{"type":"text","text":"x"}}}""")).isEqualTo(new PushedFrame("entry", "c", "message", "m", 7, ""));
    }

    @Test
    void readsAnAnswer() {
        assertThat(read("{\"type\":\"accepted\",\"conversationId\":\"c\",\"id\":\"m\",\"seq\":9}"))
                .isEqualTo(new PushedFrame("accepted", "c", "", "m", 9, ""));
    }

    @Test
    void readsWhyAMessageWasRefused() {
        assertThat(read("{\"type\":\"refused\",\"conversationId\":\"c\",\"id\":\"m\",\"problem\":"
                        + "{\"type\":\"urn:parley:problem:overloaded\",\"status\":503}}"))
                .isEqualTo(new PushedFrame("refused", "c", "", "m", 0, "urn:parley:problem:overloaded"));
    }

    private static PushedFrame read(String text) {
        byte[] bytes = ("##" + text + "##").getBytes(StandardCharsets.UTF_8);
        return PushedFrame.read(bytes, 2, bytes.length - 4);
    }
}
