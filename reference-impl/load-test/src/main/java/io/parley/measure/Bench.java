package io.parley.measure;

import io.parley.measure.figure.Recording;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What scenarios have at hand.
 *
 * @param systems starts a system, or returns the one that runs
 * @param recording takes the figures
 * @param progress is told how it goes
 */
record Bench(Function<String, Contender> systems, Recording recording, Consumer<String> progress) {

    Contender system(String name) {
        return systems.apply(name);
    }

    void tell(String line) {
        progress.accept(line);
    }
}
