package io.parley.simulation.planted;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which seed showed each error when it was last written down: tried first, so that the build need not play all seeds before it.
 * Where it shows no more, all seeds of the build are played; that costs time and nothing else. What a run found stands in
 * {@code target/seeds-that-show.tsv}, to be copied over the file beside the tests when the simulation has changed. Safe for use by
 * several threads.
 */
final class SeedsThatShow {

    private static final Path WRITTEN_DOWN = Path.of("src", "test", "resources", "seeds-that-show.tsv");
    private static final Path FOUND = Path.of("target", "seeds-that-show.tsv");
    private static final String TAB = "\t";

    private final Map<String, Long> writtenDown = new HashMap<>();
    private final Map<String, Long> found;

    SeedsThatShow() throws IOException {
        for (String line : Files.readAllLines(WRITTEN_DOWN)) {
            List<String> cells = List.of(line.split(TAB, 2));
            writtenDown.put(cells.get(1), Long.parseLong(cells.get(0)));
        }
        found = new TreeMap<>(writtenDown);
    }

    /** Where to look first; any other seed where nothing is known. */
    long of(Planted planted) {
        return writtenDown.getOrDefault(planted.what(), 1L);
    }

    synchronized void found(Planted planted, long seed) {
        found.put(planted.what(), seed);
    }

    synchronized void write() throws IOException {
        Files.write(
                FOUND,
                found.entrySet().stream()
                        .map(each -> each.getValue() + TAB + each.getKey())
                        .toList());
    }
}
