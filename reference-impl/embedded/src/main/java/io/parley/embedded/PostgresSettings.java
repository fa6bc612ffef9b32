package io.parley.embedded;

import java.nio.file.Path;

/**
 * One PostgreSQL server.
 *
 * @param directory holds its data, its passwords and its log; created when absent
 * @param port on 127.0.0.1
 * @param programs where PostgreSQL is unpacked to; several servers may share it
 */
public record PostgresSettings(Path directory, int port, Path programs) {

    public PostgresSettings {
        directory = directory.toAbsolutePath().normalize();
        programs = programs.toAbsolutePath().normalize();
    }

    /** On a free port, with the programs that all tests of a build share. */
    public static PostgresSettings in(Path directory) {
        return new PostgresSettings(
                directory, Ports.free(), BuildOutput.directory().resolve("postgres"));
    }

    public PostgresSettings withPort(int newPort) {
        return new PostgresSettings(directory, newPort, programs);
    }
}
