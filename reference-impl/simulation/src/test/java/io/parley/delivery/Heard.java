package io.parley.delivery;

import java.util.ArrayList;
import java.util.List;

/** A socket that takes every frame at once, and keeps its text. */
final class Heard implements Transport {

    private final List<String> frames = new ArrayList<>();

    /** In the order in which they were sent; grows. */
    List<String> frames() {
        return frames;
    }

    @Override
    public void send(List<EncodedFrame> sent, Runnable done) {
        sent.forEach(frame -> frames.add(frame.text()));
        done.run();
    }

    @Override
    public void close(CloseCode code) {}

    @Override
    public void cut() {}
}
