package io.parley.acceptance.crash;

import io.parley.acceptance.Installation;
import io.parley.embedded.CassandraMemory;
import io.parley.embedded.ServerProcess;
import io.parley.embedded.ServerSettings;
import io.parley.embedded.Stores;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Cassandra, PostgreSQL and a server on data of their own, which may be killed at once and started again. */
final class OwnInstallation implements AutoCloseable {

    /** It lives for seconds only: what the best compiler would win later, it costs now. */
    private static final List<String> FAST_START =
            List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError");

    private final Stores stores;
    private final ServerProcess server;

    private OwnInstallation(Stores stores, ServerProcess server) {
        this.stores = stores;
        this.server = server;
    }

    /** Starts everything, empty. */
    static OwnInstallation startedIn(Path directory) {
        Stores stores = Stores.startedIn(directory.resolve("stores"), CassandraMemory.TEST);
        ServerProcess server = new ServerProcess(ServerSettings.in(
                        directory.resolve("server"),
                        Installation.jar(),
                        List.of(stores.cassandra().contactPoint()),
                        stores.database())
                .withJvmOptions(FAST_START));
        server.start();
        return new OwnInstallation(stores, server);
    }

    URI address() {
        return server.address();
    }

    /** SIGKILL to every process and its children, in any order and without waiting for one before the next. */
    void killEverything(Random order) {
        List<ProcessHandle> all = new ArrayList<>(Stream.of(
                        server.process(),
                        stores.cassandra().process(),
                        stores.postgres().process())
                .flatMap(root -> Stream.concat(Stream.of(root), root.descendants()))
                .toList());
        Collections.shuffle(all, order);
        all.forEach(ProcessHandle::destroyForcibly);
        // They are dead already; this gives their directories back.
        server.kill();
        stores.cassandra().kill();
        stores.postgres().kill();
    }

    /** Starts everything again, on the data that the kill left. */
    void restart() {
        stores.start();
        server.start();
    }

    @Override
    public void close() {
        server.close();
        stores.close();
    }
}
