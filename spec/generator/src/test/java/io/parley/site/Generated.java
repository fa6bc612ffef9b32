package io.parley.site;

import io.parley.site.output.OutputFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What is made of this project, without evidence, once for all tests. Meanwhile a second process makes the same, so that the
 * order of hashed collections, which changes from one process to the next, cannot hide.
 */
public final class Generated {

    private static final Path AGAIN = Seeds.ROOT.resolve("spec/generator/target/again");
    private static final Process OTHER = otherProcess();
    private static final SiteBuild BUILD = new SiteBuild(Options.parse(arguments("unused")));
    private static final OutputFiles FILES = make();

    private Generated() {}

    /** All files. */
    public static OutputFiles files() {
        return FILES;
    }

    static List<String> findings() {
        return BUILD.findings();
    }

    /** What the second process made of the same; its log stands beside it. */
    static OutputFiles filesOfAnotherProcess() throws IOException, InterruptedException {
        // Findings end it with a status too; what it wrote is compared all the same.
        if (OTHER.waitFor() != 0 && findings().isEmpty()) {
            throw new IOException(
                    "the second process ended with status " + OTHER.exitValue() + ", see " + AGAIN + ".log");
        }
        OutputFiles files = new OutputFiles();
        for (String part : List.of("spec", "slides", "what-if")) {
            files.putFolder(part, AGAIN.resolve(part));
        }
        return files;
    }

    private static OutputFiles make() {
        try {
            return BUILD.files();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process otherProcess() {
        Stream<String> java = Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:ReservedCodeCacheSize=240m",
                "-Djava.awt.headless=true",
                "-classpath",
                Objects.requireNonNull(System.getProperty("java.class.path")),
                Site.class.getName());
        try {
            return new ProcessBuilder(
                            Stream.concat(java, Stream.of(arguments("again"))).toList())
                    .redirectErrorStream(true)
                    .redirectOutput(AGAIN.resolveSibling("again.log").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String[] arguments(String output) {
        return new String[] {
            "--project=" + Seeds.ROOT,
            "--output=" + AGAIN.resolveSibling(output),
            "--evidence=report",
            // No evidence is as young as this.
            "--build-started=9999-01-01T00:00:00Z"
        };
    }
}
