package io.parley.embedded;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A real Cassandra server: every acknowledged write is on disk ({@code commitlog_sync: batch}), lightweight transactions
 * run as Paxos v2. It listens on its host's address only, without authentication, and has no management port.
 */
public final class CassandraNode implements EmbeddedServer {

    /** The name of the only data centre, for the driver. */
    public static final String DATACENTER = "datacenter1";

    private static final int NO_RING_DELAY = 0;

    private final CassandraSettings settings;
    private final CassandraPlace place;
    private final int ringDelayMillis;
    private final Predicate<CqlProbe> ready;
    private final CassandraFiles files;
    private final ManagedProcess process;

    /** A cluster of its own; it runs only after {@link #start}. */
    public CassandraNode(CassandraSettings settings) {
        this(settings, CassandraPlace.alone(settings), NO_RING_DELAY, CqlProbe::answers);
    }

    CassandraNode(CassandraSettings settings, CassandraPlace place, int ringDelayMillis, Predicate<CqlProbe> ready) {
        this.settings = settings;
        this.place = place;
        this.ringDelayMillis = ringDelayMillis;
        this.ready = ready;
        this.files = new CassandraFiles(settings.directory());
        this.process = new ManagedProcess(this, settings.directory(), ProcessHandle::destroy);
    }

    public CassandraSettings settings() {
        return settings;
    }

    /** Where clients connect. */
    public InetSocketAddress contactPoint() {
        return new InetSocketAddress(settings.address(), settings.nativePort());
    }

    @Override
    public String name() {
        return "Cassandra";
    }

    @Override
    public Path log() {
        return settings.directory().resolve("cassandra.log");
    }

    @Override
    public boolean reclaim() {
        return process.claim();
    }

    @Override
    public void start() {
        Path jars = BuildOutput.cassandraJars();
        CqlProbe probe = new CqlProbe(contactPoint());
        process.start(() -> {
            files.write(settings, place);
            process.launch(
                    mark -> CassandraCommand.line(
                            mark,
                            settings.host().entry(),
                            jars,
                            process.temporary(),
                            files,
                            settings.memory(),
                            ringDelayMillis),
                    Map.of(),
                    () -> ready.test(probe));
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
}
