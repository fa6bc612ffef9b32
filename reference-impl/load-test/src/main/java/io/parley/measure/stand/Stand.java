package io.parley.measure.stand;

import io.parley.embedded.CassandraMemory;
import io.parley.embedded.ServerProcess;
import io.parley.embedded.ServerSettings;
import io.parley.embedded.Stores;
import io.parley.measure.parley.Accounts;
import io.parley.measure.parley.Rest;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A Parley of its own: Cassandra, PostgreSQL and one server, empty at first, ended with this process. */
public final class Stand implements AutoCloseable {

    /** The server's process among the figures. */
    public static final String SERVER = "server";

    /** Cassandra's process among the figures. */
    public static final String CASSANDRA = "cassandra";

    /** PostgreSQL's processes among the figures. */
    public static final String POSTGRES = "postgres";

    private final Stores stores;
    private final ServerProcess server;
    private final Accounts accounts;

    private Stand(Stores stores, ServerProcess server, Consumer<String> progress) {
        this.stores = stores;
        this.server = server;
        this.accounts = new Accounts(new Rest(server.address()), progress);
    }

    /**
     * Starts it.
     *
     * @param jvmOptions of the server, beside those that it ships with
     * @throws IllegalArgumentException when there is no such jar
     */
    public static Stand start(Path directory, Path jar, List<String> jvmOptions, Consumer<String> progress) {
        if (!Files.isRegularFile(jar)) {
            throw new IllegalArgumentException("jar=" + jar + ", expected the server's executable jar");
        }
        progress.accept("starting Cassandra, PostgreSQL and the server");
        Stores stores = Stores.startedIn(directory.resolve("stores"), CassandraMemory.LOAD);
        ServerSettings settings = ServerSettings.in(
                        directory.resolve("server"),
                        jar,
                        List.of(stores.cassandra().contactPoint()),
                        stores.database())
                // A thousand accounts are wanted at once, and nobody guesses their passwords.
                .with("parley.account.hashing.memory-kib", "64")
                .with("parley.account.hashing.iterations", "1");
        List<String> options = new ArrayList<>(settings.jvmOptions());
        options.addAll(jvmOptions);
        ServerProcess server = new ServerProcess(settings.withJvmOptions(options));
        server.start();
        return new Stand(stores, server, progress);
    }

    public URI address() {
        return server.address();
    }

    public Accounts accounts() {
        return accounts;
    }

    public Stores stores() {
        return stores;
    }

    /** What is measured. */
    public Map<String, ProcessHandle> processes() {
        Map<String, ProcessHandle> all = new LinkedHashMap<>();
        all.put(SERVER, server.process());
        all.put(CASSANDRA, stores.cassandra().process());
        all.put(POSTGRES, stores.postgres().process());
        return all;
    }

    @Override
    public void close() {
        server.stop();
        stores.close();
    }
}
