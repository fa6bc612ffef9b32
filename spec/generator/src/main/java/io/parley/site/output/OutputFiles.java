package io.parley.site.output;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The finished files by path, such as {@code spec/index.html}; text or not. Not for use by several threads. */
public final class OutputFiles {

    private static final Pattern PATH =
            Pattern.compile("(?:[A-Za-z0-9_-][A-Za-z0-9._-]*/)*[A-Za-z0-9_-][A-Za-z0-9._-]*");

    private final Map<String, byte[]> files = new TreeMap<>();

    /**
     * Adds a file.
     *
     * @throws IllegalArgumentException when the path has another form, or stands for a file already
     */
    public void put(String path, byte[] content) {
        if (!PATH.matcher(path).matches()) {
            throw new IllegalArgumentException("path=" + path + ", expected names with slashes between");
        }
        if (files.putIfAbsent(path, content.clone()) != null) {
            throw new IllegalArgumentException("path=" + path + ", expected one file of that path");
        }
    }

    /** Adds a text file. */
    public void put(String path, String text) {
        put(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds a file from the class path. */
    public void putResource(String path, String resource) throws IOException {
        try (var in = OutputFiles.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException(resource + " is not on the class path");
            }
            put(path, in.readAllBytes());
        }
    }

    /** Adds all files below a folder. */
    public void putFolder(String path, Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path file : found.filter(Files::isRegularFile).sorted().toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                put(path + "/" + name, Files.readAllBytes(file));
            }
        }
    }

    /** All paths, sorted. */
    public Set<String> paths() {
        return Collections.unmodifiableSet(files.keySet());
    }

    public boolean contains(String path) {
        return files.containsKey(path);
    }

    /** The content of a file; empty when there is none. */
    public byte[] bytes(String path) {
        return files.getOrDefault(path, new byte[0]).clone();
    }

    /** The content of a text file; empty when there is none. */
    public String text(String path) {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }

    /** The path that an address leads to from another file; null when it leaves the output. */
    public static @Nullable String resolve(String from, String address) {
        Path target = Path.of(from).resolveSibling(address).normalize();
        return target.startsWith("..") || target.isAbsolute() ? null : target.toString();
    }

    /** Writes all files below a folder, of which nothing else stays. */
    public void replace(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> old = Files.walk(directory)) {
                for (Path file : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        files.forEach((path, content) -> {
            try {
                Path file = directory.resolve(path);
                Files.createDirectories(file.getParent());
                Files.write(file, content);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
