package io.parley.embedded.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The server's jar with its libraries, within the data directory. A build beside the running installation rewrites the
 * originals, out of which classes would still be loaded.
 *
 * @param folder holds nothing else
 */
record ServerCopy(Path folder) {

    private static final String LIBRARIES = "lib";

    static ServerCopy in(Path serverDirectory) {
        return new ServerCopy(serverDirectory.resolve("app"));
    }

    Path jar() {
        return folder.resolve("parley-server.jar");
    }

    /** Copies them anew, in place of what an earlier start copied. */
    void make(Path original) {
        try {
            Path libraries = Files.createDirectories(folder.resolve(LIBRARIES));
            for (Path old : files(libraries)) {
                Files.delete(old);
            }
            for (Path library : files(original.resolveSibling(LIBRARIES))) {
                Files.copy(library, libraries.resolve(library.getFileName()));
            }
            Files.copy(original, jar(), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(directory)) {
            return all.toList();
        }
    }
}
