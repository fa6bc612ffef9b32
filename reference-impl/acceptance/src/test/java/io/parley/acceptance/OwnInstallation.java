package io.parley.acceptance;

import io.parley.embedded.CassandraMemory;
import io.parley.embedded.Database;
import io.parley.embedded.ServerProcess;
import io.parley.embedded.ServerSettings;
import io.parley.embedded.Stores;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Cassandra, PostgreSQL and a server for the tests that kill or stop them. The shared one has data of its own and serves them
 * all, one after the other; whoever breaks something mends it.
 */
public final class OwnInstallation {

    /** Held by every class that uses it. */
    public static final String LOCK = "own installation";

    private static @Nullable OwnInstallation shared;

    private final Stores stores;
    private final ServerProcess server;

    private OwnInstallation(Stores stores, ServerProcess server) {
        this.stores = stores;
        this.server = server;
    }

    /** The one of this JVM, which ends with it; the first call starts it, empty. */
    public static synchronized OwnInstallation shared() {
        if (shared == null) {
            Path directory = Path.of("target", "own");
            shared = startedOn(
                    Stores.startedIn(directory.resolve("stores"), CassandraMemory.TEST), directory.resolve("server"));
        }
        return shared;
    }

    /**
     * Starts a server on the stores of {@link Installation}, whose own server loses them whenever a fault befalls them. Only for
     * tests that are isolated and come after all others that use it.
     */
    public static OwnInstallation startedOnTheStoresOfAll() {
        return startedOn(Stores.shared(), Path.of("target", "own-on-the-stores-of-all"));
    }

    private static OwnInstallation startedOn(Stores stores, Path directory) {
        ServerProcess server = server(directory, List.of(stores.cassandra().contactPoint()), stores.database());
        server.start();
        return new OwnInstallation(stores, server);
    }

    /** A server like this one's, on these stores; it does not run yet. */
    public ServerProcess another(Path directory, List<InetSocketAddress> cassandra, Database database) {
        return server(directory, cassandra, database);
    }

    private static ServerProcess server(Path directory, List<InetSocketAddress> cassandra, Database database) {
        return new ServerProcess(ServerSettings.in(directory, Installation.jar(), cassandra, database)
                // Two passwords at once are too many here: so little makes it overloaded.
                .with("parley.account.hashing.concurrent-max", "1")
                .with("parley.account.hashing.wait-max", "1ms")
                // The tests wait for it, several times.
                .with("parley.log.answer-within", "2s")
                .withJvmOptions(Installation.FAST_START));
    }

    public InetSocketAddress contactPoint() {
        return stores.cassandra().contactPoint();
    }

    public Database database() {
        return stores.database();
    }

    public URI address() {
        return server.address();
    }

    /** SIGKILL to every process and its children, in any order and without waiting for one before the next. */
    public void killEverything(Random order) {
        everything(order).forEach(ProcessHandle::destroyForcibly);
        // They are dead already; this gives their directories back.
        server.kill();
        stores.cassandra().kill();
        stores.postgres().kill();
    }

    /** Starts everything again, on the data that the kill left. */
    public void restart() {
        stores.start();
        server.start();
    }

    public void killServer() {
        server.kill();
    }

    public void startServer() {
        server.start();
    }

    public void killCassandra() {
        stores.cassandra().kill();
    }

    public void startCassandra() {
        stores.cassandra().start();
    }

    public void killPostgres() {
        stores.postgres().kill();
    }

    public void startPostgres() {
        stores.postgres().start();
    }

    /** The server keeps its connections and does nothing (SIGSTOP). */
    public void pauseServer() {
        Signals.stop(server.process());
    }

    /** The server goes on with what it was doing. */
    public void resumeServer() {
        Signals.goOn(server.process());
    }

    /** Cassandra keeps its connections and answers nothing (SIGSTOP). */
    public void pauseCassandra() {
        Signals.stop(stores.cassandra().process());
    }

    /** Cassandra goes on with what it was doing. */
    public void resumeCassandra() {
        Signals.goOn(stores.cassandra().process());
    }

    /** PostgreSQL and each of its processes keep their connections and answer nothing (SIGSTOP). */
    public void pausePostgres() {
        family(stores.postgres().process()).forEach(Signals::stop);
    }

    /** PostgreSQL goes on with what it was doing. */
    public void resumePostgres() {
        family(stores.postgres().process()).forEach(Signals::goOn);
    }

    /** SIGSTOP to every process and its children, in any order. */
    public void pauseEverything(Random order) {
        everything(order).forEach(Signals::stop);
    }

    /** SIGCONT to every process and its children, in any order. */
    public void resumeEverything(Random order) {
        everything(order).forEach(Signals::goOn);
    }

    private List<ProcessHandle> everything(Random order) {
        List<ProcessHandle> all = new ArrayList<>(Stream.of(
                        server.process(),
                        stores.cassandra().process(),
                        stores.postgres().process())
                .flatMap(OwnInstallation::family)
                .toList());
        Collections.shuffle(all, order);
        return all;
    }

    private static Stream<ProcessHandle> family(ProcessHandle root) {
        return Stream.concat(Stream.of(root), root.descendants());
    }
}
