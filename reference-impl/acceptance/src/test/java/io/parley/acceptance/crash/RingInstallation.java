package io.parley.acceptance.crash;

import io.parley.acceptance.OwnInstallation;
import io.parley.acceptance.Signals;
import io.parley.embedded.CassandraHost;
import io.parley.embedded.CassandraMemory;
import io.parley.embedded.CassandraNode;
import io.parley.embedded.CassandraRing;
import io.parley.embedded.ServerProcess;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** A server on three Cassandra nodes that each keep every row: one of them may be away. Accounts are the other one's. */
final class RingInstallation implements AutoCloseable {

    static final int NODES = 3;

    private static final Path DIRECTORY = Path.of("target", "ring");

    private final CassandraRing ring;
    private final ServerProcess server;
    private int struck;

    private RingInstallation(CassandraRing ring, ServerProcess server) {
        this.ring = ring;
        this.server = server;
    }

    static RingInstallation startedBeside(OwnInstallation other) {
        return started(DIRECTORY, new CassandraRing(stores(DIRECTORY), NODES, NODES, CassandraMemory.TEST), other);
    }

    /** Each node on a host of its own. */
    static RingInstallation startedOn(List<CassandraHost.Namespace> hosts, Path directory, OwnInstallation other) {
        return started(directory, new CassandraRing(stores(directory), hosts, NODES, CassandraMemory.TEST), other);
    }

    private static Path stores(Path directory) {
        return directory.resolve("stores");
    }

    private static RingInstallation started(Path directory, CassandraRing ring, OwnInstallation other) {
        ring.startEmpty();
        ServerProcess plain = other.another(directory.resolve("server"), ring.contactPoints(), other.database());
        ServerProcess server = new ServerProcess(
                plain.settings().with("parley.cassandra.replication-factor", Integer.toString(NODES)));
        try {
            server.start();
        } catch (RuntimeException e) {
            ring.kill();
            throw e;
        }
        return new RingInstallation(ring, server);
    }

    List<CassandraNode> nodes() {
        return ring.nodes();
    }

    URI address() {
        return server.address();
    }

    void killOne(Random random) {
        struck = random.nextInt(NODES);
        node().kill();
    }

    void startTheKilledOne() {
        node().start();
    }

    void pauseOne(Random random) {
        struck = random.nextInt(NODES);
        Signals.stop(node().process());
    }

    void resumeThePausedOne() {
        Signals.goOn(node().process());
    }

    private CassandraNode node() {
        return ring.nodes().get(struck);
    }

    @Override
    public void close() {
        server.stop();
        ring.kill();
    }
}
