package io.parley.acceptance.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.acceptance.Installation;
import io.parley.acceptance.api.Answer;
import io.parley.acceptance.api.Ids;
import io.parley.acceptance.api.LiveSocket;
import io.parley.acceptance.api.Person;
import io.parley.evidence.Verifies;
import io.parley.limits.Limits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A client that does not read costs the server a bounded number of bytes, and the others nothing. */
class SlowClientTest {

    private static final int TEXT_BYTES = Limits.packaged().message().textBytesMax();

    /** What may wait for one client: the server's own bound, and what the operating system keeps for a connection. */
    private static final int WAITING_BYTES_MAX = Limits.packaged().socket().pendingBytesMax() + (6 << 20);

    private final Person ann = Person.registered();
    private final Person bob = Person.registered();
    private final String conversation = ann.talksTo(bob).id();

    @Test
    @Verifies({"MSG-17", "INV-7", "API-1"})
    void isToldToResyncAndHoldsNobodyUp() throws IOException {
        int messages = WAITING_BYTES_MAX / TEXT_BYTES * 5 / 4;
        try (RawWebSocket stuck = new RawWebSocket(Installation.address(), "none");
                LiveSocket reading = LiveSocket.of(bob.onAnotherDevice())) {
            stuck.send("{\"type\":\"authenticate\",\"token\":\"" + bob.accessToken() + "\"}");
            assertThat(stuck.read().get("type").asString()).isEqualTo("authenticated");
            List<Answer> answers = ann.api()
                    .sendAll(Stream.generate(() -> ann.api()
                                    .posting(
                                            "/conversations/" + conversation + "/messages",
                                            Person.message(Ids.next(), "x".repeat(TEXT_BYTES))))
                            .limit(messages)
                            .toList());

            answers.forEach(answer -> reading.awaitEntry(answer.expect(201).text("/id")));
            List<Long> seqs = seqsBeforeResync(stuck);
            assertThat(seqs).hasSizeLessThan(WAITING_BYTES_MAX / TEXT_BYTES);
            assertThat(seqs)
                    .containsExactlyElementsOf(
                            LongStream.range(2, 2 + seqs.size()).boxed().toList());
            stuck.send("{\"type\":\"resume\"}");
            assertThat(stuck.read().at("/heads/" + conversation).asLong()).isEqualTo(messages + 1L);
            String next = ann.says(conversation, "once more").id();
            assertThat(stuck.read().at("/entry/id").asString()).isEqualTo(next);
        }
    }

    private static List<Long> seqsBeforeResync(RawWebSocket socket) throws IOException {
        List<Long> seqs = new ArrayList<>();
        JsonNode frame = socket.read();
        while (!frame.get("type").asString().equals("resync")) {
            seqs.add(frame.at("/entry/seq").asLong());
            frame = socket.read();
        }
        return seqs;
    }

    @Test
    @Verifies("QG-3")
    void getsNoCompressionThatEachConnectionWouldPayFor() throws IOException {
        try (RawWebSocket socket =
                new RawWebSocket(Installation.address(), "permessage-deflate; client_max_window_bits")) {
            assertThat(socket.handshake()).startsWith("HTTP/1.1 101 ").doesNotContain("Sec-WebSocket-Extensions");
            socket.send("{\"type\":\"authenticate\",\"token\":\"" + ann.accessToken() + "\"}");
            assertThat(socket.read().get("type").asString()).isEqualTo("authenticated");
        }
    }
}
