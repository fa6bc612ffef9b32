package io.parley.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** PostgreSQL's command lines. */
final class PostgresCommand {

    private final PostgresPrograms programs;
    private final List<String> prefix;

    PostgresCommand(PostgresPrograms programs) {
        this.programs = programs;
        this.prefix = notAsRoot();
    }

    /** Makes an empty data directory, the same on every platform: UTF-8, sorted by code point, checksums. */
    List<String> initialise(Path data, String superuser, Path passwordFile) {
        return line(
                "initdb",
                "--pgdata=" + data,
                "--username=" + superuser,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums");
    }

    /** Runs the server in the foreground, as the process itself. */
    List<String> server(Path data, int port, String mark) {
        return line(
                "postgres",
                "-D",
                data.toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "parley.mark=" + mark,
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "fsync=on",
                "-c",
                "synchronous_commit=on",
                "-c",
                "full_page_writes=on");
    }

    /** Its "fast" shutdown: disconnects the clients, loses nothing. A SIGTERM would wait until they go by themselves. */
    static void stopFast(ProcessHandle postmaster) {
        try {
            new ProcessBuilder("sh", "-c", "kill -INT \"$0\" 2>/dev/null || :", Long.toString(postmaster.pid()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> line(String program, String... arguments) {
        List<String> line = new ArrayList<>(prefix);
        line.add(programs.path(program));
        line.addAll(List.of(arguments));
        return line;
    }

    private static List<String> notAsRoot() {
        if (!System.getProperty("user.name").equals("root")) {
            return List.of();
        }
        Optional<Path> unshare = Processes.onPath("unshare");
        return unshare.map(program -> List.of(program.toString(), "--user")).orElseGet(List::of);
    }
}
