package io.parley.acceptance.crash;

import io.parley.acceptance.OwnInstallation;
import io.parley.acceptance.Signals;
import io.parley.embedded.CassandraMemory;
import io.parley.embedded.CassandraNode;
import io.parley.embedded.CassandraRing;
import io.parley.embedded.ServerProcess;
import java.net.URI;
import java.nio.file.Path;
import java.util.Random;

/** A server on three Cassandra nodes that each keep every row: one of them may be away. Accounts are the other one's. */
final class RingInstallation implements AutoCloseable {

    private static final int NODES = 3;
    private static final Path DIRECTORY = Path.of("target", "ring");

    private final CassandraRing ring;
    private final ServerProcess server;
    private int struck;

    private RingInstallation(CassandraRing ring, ServerProcess server) {
        this.ring = ring;
        this.server = server;
    }

    static RingInstallation startedBeside(OwnInstallation other) {
        CassandraRing ring = new CassandraRing(DIRECTORY.resolve("stores"), NODES, NODES, CassandraMemory.TEST);
        ring.startEmpty();
        ServerProcess plain = other.another(DIRECTORY.resolve("server"), ring.contactPoints(), other.database());
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
