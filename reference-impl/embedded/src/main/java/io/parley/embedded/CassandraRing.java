package io.parley.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * A Cassandra cluster, all nodes with the same ports and an even share of the ring. Each node
 * can be killed, stopped and started on its own; {@link #start} starts them at the same moment and returns when each
 * reaches all others.
 *
 * <p>On macOS, loopback addresses other than 127.0.0.1 must be added to the interface first.
 */
public final class CassandraRing implements AutoCloseable {

    /** Shorter, and nodes that start together miss each other's state. */
    private static final int RING_DELAY_MILLIS = 1000;

    private static final Duration REACH_BOUND = Duration.ofSeconds(60);
    private static final int NODES_MIN = 3;
    private static final int NODES_MAX = 9;

    private final List<CassandraNode> nodes;
    private final int replicationFactor;

    /**
     * On 127.0.0.1, 127.0.0.2, … and free ports.
     *
     * @param count 3 … 9 nodes
     * @param replicationFactor for {@link #keyspaceStatement}, 1 … count
     */
    public CassandraRing(Path directory, int count, int replicationFactor, CassandraMemory memory) {
        this(directory, loopback(count), replicationFactor, memory);
    }

    /**
     * On ports that are free on all hosts.
     *
     * @param hosts of 3 … 9 nodes, each of which reaches all others and is reached from here
     * @param replicationFactor for {@link #keyspaceStatement}, 1 … count
     */
    public CassandraRing(
            Path directory, List<? extends CassandraHost> hosts, int replicationFactor, CassandraMemory memory) {
        int count = hosts.size();
        if (count < NODES_MIN || count > NODES_MAX) {
            throw new IllegalArgumentException("count=" + count + ", expected " + NODES_MIN + ".." + NODES_MAX);
        }
        if (replicationFactor < 1 || replicationFactor > count) {
            throw new IllegalArgumentException("replicationFactor=" + replicationFactor + ", expected 1.." + count);
        }
        this.replicationFactor = replicationFactor;
        int nativePort = freeOnAll(hosts);
        int storagePort = freeOnAll(hosts);
        List<String> seeds =
                hosts.stream().map(host -> host.address() + ":" + storagePort).toList();
        this.nodes = IntStream.range(0, count)
                .mapToObj(i -> new CassandraNode(
                        new CassandraSettings(
                                directory.resolve("node" + (i + 1)), hosts.get(i), nativePort, storagePort, memory),
                        CassandraPlace.inRing(i, count, seeds),
                        RING_DELAY_MILLIS,
                        CqlProbe::answers))
                .toList();
    }

    private static List<CassandraHost.Loopback> loopback(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> new CassandraHost.Loopback("127.0.0." + i))
                .toList();
    }

    /** In a namespace of its own a node has all ports for itself. */
    private static int freeOnAll(List<? extends CassandraHost> hosts) {
        return Ports.freeOnAll(hosts.stream()
                .filter(CassandraHost.Loopback.class::isInstance)
                .map(CassandraHost::address)
                .toList());
    }

    public List<CassandraNode> nodes() {
        return nodes;
    }

    public List<InetSocketAddress> contactPoints() {
        return nodes.stream().map(CassandraNode::contactPoint).toList();
    }

    public int replicationFactor() {
        return replicationFactor;
    }

    /** CQL that creates a keyspace with this ring's replication factor, unless it exists. */
    public String keyspaceStatement(String keyspace) {
        return "CREATE KEYSPACE IF NOT EXISTS %s WITH replication = {'class': 'NetworkTopologyStrategy', '%s': %d}"
                .formatted(keyspace, CassandraNode.DATACENTER, replicationFactor);
    }

    /**
     * Starts all nodes.
     *
     * @throws StartFailedException when one of them does not start; none is left running
     */
    public void start() {
        try {
            onAll(CassandraNode::start);
            awaitEachReachesAll();
        } catch (RuntimeException e) {
            kill();
            throw e;
        }
    }

    /**
     * Starts all nodes without data, whatever an earlier run left in their directories.
     *
     * @throws StartFailedException when one of them does not start; none is left running
     */
    public void startEmpty() {
        for (CassandraNode node : nodes) {
            node.reclaim();
            try {
                Folders.delete(node.settings().directory().resolve("data"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        start();
    }

    /** Stops all nodes. */
    public void stop() {
        onAll(CassandraNode::stop);
    }

    /** Kills all nodes. */
    public void kill() {
        onAll(CassandraNode::kill);
    }

    @Override
    public void close() {
        stop();
    }

    private void awaitEachReachesAll() {
        long deadline = System.nanoTime() + REACH_BOUND.toNanos();
        for (CassandraNode node : nodes) {
            CqlProbe probe = new CqlProbe(node.contactPoint());
            while (!probe.reachesAllNodes()) {
                if (System.nanoTime() > deadline) {
                    throw new StartFailedException(node.name(), "does not reach all nodes", node.log(), null);
                }
                Processes.pause();
            }
        }
    }

    private void onAll(Consumer<CassandraNode> action) {
        ExecutorService oneThreadEach = Executors.newFixedThreadPool(nodes.size());
        try {
            CompletableFuture.allOf(nodes.stream()
                            .map(node -> CompletableFuture.runAsync(() -> action.accept(node), oneThreadEach))
                            .toArray(CompletableFuture[]::new))
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        } finally {
            oneThreadEach.shutdown();
        }
    }
}
