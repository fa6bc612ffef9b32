package io.parley.embedded.launcher;

import io.parley.embedded.CassandraNode;
import io.parley.embedded.CassandraSettings;
import io.parley.embedded.EmbeddedServer;
import io.parley.embedded.Ports;
import io.parley.embedded.PostgresServer;
import io.parley.embedded.PostgresSettings;
import io.parley.embedded.ServerProcess;
import io.parley.embedded.ServerSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** One Cassandra, one PostgreSQL and one server on a data directory. */
final class Installation {

    private final Options options;
    private final Progress progress;
    private final CassandraNode cassandra;
    private final PostgresServer postgres;
    private final ServerProcess server;
    private final List<CompletableFuture<EmbeddedServer>> ends = new CopyOnWriteArrayList<>();

    Installation(Options options, DataDirectory data, Progress progress) {
        this.options = options;
        this.progress = progress;
        cassandra = new CassandraNode(CassandraSettings.in(data.resolve("cassandra"))
                .withPorts(options.cassandraPort(), options.cassandraStoragePort())
                .withMemory(options.memory()));
        Path postgresDirectory = data.resolve("postgres");
        postgres = new PostgresServer(
                new PostgresSettings(postgresDirectory, options.postgresPort(), postgresDirectory.resolve("programs")));
        Path serverDirectory = data.resolve("server");
        server = new ServerProcess(ServerSettings.in(
                        serverDirectory,
                        ServerCopy.in(serverDirectory).jar(),
                        List.of(cassandra.contactPoint()),
                        postgres.database())
                .withPort(options.address(), options.port())
                .with("parley.site.directory", options.site().toString()));
    }

    /** Stops what a killed predecessor left running, the server before the stores. */
    void reclaim() {
        for (EmbeddedServer each : List.of(server, cassandra, postgres)) {
            if (each.reclaim()) {
                progress.say("Stopped a " + each.name() + " that an earlier start left running.");
            }
        }
    }

    /** @throws Refusal when something else listens where a part of the installation wants to */
    void requireFreePorts() {
        Set<Integer> taken = new HashSet<>();
        requireFree(taken, options.address(), options.port(), server, "--port");
        requireFree(taken, "127.0.0.1", options.cassandraPort(), cassandra, "--cassandra-port");
        requireFree(taken, "127.0.0.1", options.cassandraStoragePort(), cassandra, "--cassandra-storage-port");
        requireFree(taken, "127.0.0.1", options.postgresPort(), postgres, "--postgres-port");
    }

    /** Starts the stores side by side, then the server. */
    void start() {
        ServerCopy.in(server.settings().directory()).make(options.serverJar());
        CompletableFuture<Void> inCassandra = CompletableFuture.runAsync(() -> start(cassandra));
        CompletableFuture<Void> inPostgres = CompletableFuture.runAsync(() -> start(postgres));
        // Whichever fails first ends the wait; the end of this process then stops the other.
        CompletableFuture<Object> firstDone = CompletableFuture.anyOf(inCassandra, inPostgres);
        firstDone.join();
        CompletableFuture.allOf(inCassandra, inPostgres).join();
        start(server);
    }

    URI address() {
        return server.address();
    }

    /** Returns the first part that ends. */
    EmbeddedServer awaitEnd() {
        return CompletableFuture.anyOf(ends.toArray(CompletableFuture[]::new))
                .thenApply(EmbeddedServer.class::cast)
                .join();
    }

    private void start(EmbeddedServer part) {
        progress.say("Starting " + part.name() + " …");
        long before = System.nanoTime();
        part.start();
        ends.add(part.process().onExit().thenApply(ended -> part));
        progress.say(part.name() + " answers after " + Progress.secondsSince(before) + ".");
    }

    private static void requireFree(Set<Integer> taken, String address, int port, EmbeddedServer part, String option) {
        if (!taken.add(port) || !Ports.isFree(address, port)) {
            throw new Refusal("port " + port + " on " + address + ", wanted by " + part.name()
                    + ", is in use; choose another with " + option);
        }
    }
}
