package io.parley.delivery;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A wire whose other end reads when the test says so. */
final class RecordedTransport implements Transport {

    final List<String> frames = new ArrayList<>();
    final List<CloseCode> closes = new ArrayList<>();
    private final Deque<Runnable> unread = new ArrayDeque<>();
    List<String> framesAtClose = List.of();
    int writes;
    boolean cut;

    @Override
    public void send(List<EncodedFrame> sent, Runnable done) {
        sent.forEach(frame -> frames.add(frame.text()));
        unread.add(done);
        writes++;
    }

    /** The other end reads everything, and what is sent because of that. */
    void readAll() {
        while (!unread.isEmpty()) {
            unread.remove().run();
        }
    }

    @Override
    public void close(CloseCode code) {
        closes.add(code);
        framesAtClose = List.copyOf(frames);
    }

    @Override
    public void cut() {
        cut = true;
    }
}
