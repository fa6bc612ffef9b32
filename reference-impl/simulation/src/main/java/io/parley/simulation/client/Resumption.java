package io.parley.simulation.client;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * {@code resumption.ts}: asks for the heads that have moved since the last answer that came whole. What was refused is not asked
 * again here: the next heartbeat finds what that cost.
 */
final class Resumption {

    private final Consumer<String> transmit;
    private Optional<String> token = Optional.empty();

    /** Answers of this connection that may yet come. */
    private int possible;

    /** Frames were dropped, of an answer under way too perhaps, and the answer that makes it good is not here. */
    private boolean resyncDue;

    Resumption(Consumer<String> transmit) {
        this.transmit = transmit;
    }

    /** On a new connection no answer is under way. */
    void connected() {
        possible = 0;
        resyncDue = false;
        ask();
    }

    void askForAll() {
        send(Optional.empty());
    }

    /** The server dropped frames. */
    void dropped() {
        resyncDue = true;
        ask();
    }

    /** After frames were dropped, the token of an answer counts when no other answer of this connection can come. */
    void answered(String next) {
        possible = Math.max(0, possible - 1);
        if (possible == 0) {
            resyncDue = false;
        }
        if (!resyncDue) {
            token = Optional.of(next);
        }
    }

    private void ask() {
        send(token);
    }

    private void send(Optional<String> since) {
        possible++;
        transmit.accept(Frame.resume(since));
    }
}
