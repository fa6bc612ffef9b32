package io.parley.embedded.launcher;

/** Why Parley does not start: one line for the person who started it, with what to do about it. */
final class Refusal extends RuntimeException {

    Refusal(String line) {
        super(line);
    }
}
