package io.parley.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * One Cassandra and one PostgreSQL for all tests of a JVM, empty at first. They start in parallel and stop when the JVM
 * ends. Tests keep apart by random ids.
 *
 * <p>They live below the build directory of the module under test instead of in a temporary folder: what a killed test
 * run leaves behind is found and stopped by the next one, and the logs can be read afterwards.
 */
public final class Stores implements AutoCloseable {

    private static @Nullable Stores shared;

    private final CassandraNode cassandra;
    private final PostgresServer postgres;

    private Stores(Path directory, CassandraMemory memory) {
        cassandra = new CassandraNode(
                CassandraSettings.in(directory.resolve("cassandra")).withMemory(memory));
        postgres = new PostgresServer(PostgresSettings.in(directory.resolve("postgres")));
    }

    /** The stores of this JVM; the first call starts them. Thread-safe. */
    public static synchronized Stores shared() {
        if (shared == null) {
            shared = startedIn(Path.of("target", "stores"), CassandraMemory.TEST);
        }
        return shared;
    }

    /**
     * Starts empty stores in the directory.
     *
     * @throws AlreadyRunningException when a living process uses the directory
     */
    public static Stores startedIn(Path directory, CassandraMemory memory) {
        Stores stores = new Stores(directory, memory);
        stores.empty();
        stores.start();
        return stores;
    }

    public CassandraNode cassandra() {
        return cassandra;
    }

    public PostgresServer postgres() {
        return postgres;
    }

    public Database database() {
        return postgres.database();
    }

    /** Starts what does not run, on the data that is there. */
    public void start() {
        CompletableFuture<Void> other = CompletableFuture.runAsync(postgres::start);
        try {
            cassandra.start();
            other.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** Stops both. */
    @Override
    public void close() {
        cassandra.stop();
        postgres.stop();
    }

    private void empty() {
        try {
            cassandra.reclaim();
            Folders.delete(cassandra.settings().directory().resolve("data"));
            postgres.reclaim();
            Folders.delete(postgres.settings().directory().resolve("data"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
