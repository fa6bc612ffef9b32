package io.parley.embedded;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds what the build laid beside this module's classes: by path, as it must not stand on the class path. */
final class BuildOutput {

    private BuildOutput() {}

    /** This module's build directory: classes and jar both stand directly in it. */
    static Path directory() {
        try {
            URI classes = BuildOutput.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI();
            return Path.of(classes).toAbsolutePath().resolveSibling("").normalize();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The folder with the jars of a Cassandra server. */
    static Path cassandraJars() {
        Path jars = directory().resolveSibling("cassandra-runtime").resolve("target/lib");
        if (!Files.isDirectory(jars)) {
            throw new IllegalStateException(
                    jars + " is missing: build the module parley-cassandra-runtime (mvn -pl … -am does)");
        }
        return jars;
    }
}
