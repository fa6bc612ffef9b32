package io.parley.site.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds where a text that stands in the documents was written by somebody. */
public final class Written {

    private static final List<String> FOLDERS =
            List.of("spec", "adr", "slides", "diagrams", "threat-model", "capacity-model");

    private final Path root;

    /** The files of a project; they are read when something is looked for. */
    public Written(Path root) {
        this.root = root;
    }

    /** File and line of its first occurrence, such as {@code spec/pages/index.adoc:12}; empty when there is none. */
    public String of(String text) {
        for (String folder : FOLDERS) {
            for (Path file : sources(root.resolve(folder))) {
                List<String> lines = lines(file);
                for (int i = 0; i < lines.size(); i++) {
                    if (lines.get(i).contains(text)) {
                        return root.relativize(file).toString().replace('\\', '/') + ":" + (i + 1);
                    }
                }
            }
        }
        return "";
    }

    private static List<Path> sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.(adoc|yaml|dsl|jsonl)"))
                    .filter(file -> !file.toString().matches(".*/(target|node_modules|src)/.*"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
