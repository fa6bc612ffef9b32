package io.parley.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.UUID;

/**
 * A real PostgreSQL server with one database for Parley: every commit is on disk ({@code fsync}, {@code
 * synchronous_commit}). It listens on 127.0.0.1 and has no socket file.
 *
 * <p>Whoever connects needs a password, one of random digits that stands in the server's directory: a superuser of
 * PostgreSQL runs programs as the user who started it, and other users of the machine reach 127.0.0.1 too. Parley's own
 * role is no superuser.
 *
 * <p>PostgreSQL refuses to run as root. Where this process is root, the server gets a user namespace of its own.
 */
public final class PostgresServer implements EmbeddedServer {

    /** The database and the role that owns it. */
    public static final String PARLEY = "parley";

    private static final String SUPERUSER = "postgres";

    /** No message depends on the machine's language. */
    private static final Map<String, String> ENVIRONMENT = Map.of("LC_ALL", "C");

    private final PostgresSettings settings;
    private final ManagedProcess process;

    /** It runs only after {@link #start}. */
    public PostgresServer(PostgresSettings settings) {
        this.settings = settings;
        this.process = new ManagedProcess(this, settings.directory(), PostgresCommand::stopFast);
    }

    public PostgresSettings settings() {
        return settings;
    }

    /** Parley's database, for its own role. Made by the first {@link #start}. */
    public Database database() {
        return new Database(url(PARLEY), PARLEY, Password.in(passwordFile(PARLEY)));
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public Path log() {
        return settings.directory().resolve("postgres.log");
    }

    @Override
    public boolean reclaim() {
        return process.claim();
    }

    @Override
    public void start() {
        process.start(() -> {
            Database maintenance = new Database(url("postgres"), SUPERUSER, Password.in(passwordFile(SUPERUSER)));
            PostgresProbe probe = new PostgresProbe(maintenance, process);
            PostgresCommand command = new PostgresCommand(PostgresPrograms.unpackedIn(settings.programs()));
            new PostgresLeftovers(settings.directory(), data()).clear();
            if (!Files.isDirectory(data())) {
                initialise(command);
            }
            process.launch(mark -> command.server(data(), settings.port(), mark), ENVIRONMENT, probe::answers);
            probe.ensure(database(), PARLEY);
        });
    }

    @Override
    public void stop() {
        process.stop();
    }

    @Override
    public void kill() {
        process.kill();
    }

    @Override
    public ProcessHandle process() {
        return process.handle();
    }

    /** Beside its place, then renamed: what a kill leaves behind is thrown away, not started. */
    private void initialise(PostgresCommand command) {
        try {
            Path unfinished = settings.directory().resolve(PostgresLeftovers.UNFINISHED + UUID.randomUUID());
            process.run(command.initialise(unfinished, SUPERUSER, passwordFile(SUPERUSER)), ENVIRONMENT);
            Files.move(unfinished, data(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path data() {
        return settings.directory().resolve("data");
    }

    private Path passwordFile(String role) {
        return settings.directory().resolve(role + ".password");
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + settings.port() + "/" + database;
    }
}
