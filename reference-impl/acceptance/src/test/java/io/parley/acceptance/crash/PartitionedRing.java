package io.parley.acceptance.crash;

import static org.awaitility.Awaitility.await;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import io.parley.acceptance.OwnInstallation;
import io.parley.acceptance.network.PrivateNetwork;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** A server and three Cassandra nodes on a network that can be cut between any two of them. */
final class PartitionedRing implements AutoCloseable {

    private static final Path DIRECTORY = Path.of("target", "partition");

    /** Until others take a node for dead or alive again: some ten seconds, more when connections have to notice first. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final PrivateNetwork network;
    private final RingInstallation installation;
    private final List<NodeView> nodes;

    private PartitionedRing(PrivateNetwork network, RingInstallation installation) {
        this.network = network;
        this.installation = installation;
        this.nodes = installation.nodes().stream().map(NodeView::new).toList();
    }

    static PartitionedRing startedBeside(OwnInstallation other) {
        PrivateNetwork network = PrivateNetwork.made(DIRECTORY, RingInstallation.NODES);
        try {
            return new PartitionedRing(network, RingInstallation.startedOn(network.hosts(), DIRECTORY, other));
        } catch (RuntimeException e) {
            network.close();
            throw e;
        }
    }

    /**
     * A cut about one node, chosen at random.
     *
     * @param untilNoticed it lasts until the nodes take for dead whom they do not reach, instead of a few messages only
     */
    Trouble trouble(Cut cut, boolean untilNoticed) {
        return new Trouble() {
            private int struck;

            @Override
            public URI address() {
                return installation.address();
            }

            @Override
            public Meanwhile meanwhile() {
                return cut.meanwhile();
            }

            @Override
            public void strike(Random random) {
                struck = random.nextInt(RingInstallation.NODES);
                cut.make(network, struck);
            }

            @Override
            public void awaitNoticed() {
                if (untilNoticed) {
                    PartitionedRing.this.awaitNoticed(cut, struck);
                }
            }

            @Override
            public void mend(Random random) {
                network.heal();
            }
        };
    }

    private void awaitNoticed(Cut cut, int struck) {
        IntStream.range(0, nodes.size())
                .filter(node -> node != struck || !cut.leavesAQuorum())
                .mapToObj(nodes::get)
                .forEach(node -> awaitThat(
                        "a cut is noticed",
                        node,
                        view -> view.rulesOut(
                                cut.leavesAQuorum() ? ConsistencyLevel.ALL : ConsistencyLevel.LOCAL_QUORUM)));
    }

    /** Every node reaches all others, and has given them what they missed. */
    void awaitWhole() {
        nodes.forEach(node -> awaitThat("a node reaches all", node, view -> view.reaches(ConsistencyLevel.ALL)));
        nodes.forEach(node -> awaitThat("a node hands over", node, NodeView::hasHandedOver));
    }

    /** What each node shows of the logs when it can ask nobody else. */
    List<Set<String>> logsOfEachAlone() {
        Cut.EACH_FROM_EACH.make(network, 0);
        try {
            awaitNoticed(Cut.EACH_FROM_EACH, 0);
            return nodes.stream()
                    .map(node -> node.logs(ConsistencyLevel.LOCAL_ONE))
                    .toList();
        } finally {
            network.heal();
        }
    }

    /** All rows, read from all nodes, which gives each what it lacks. */
    Set<String> repairedLogs() {
        return nodes.get(0).logs(ConsistencyLevel.ALL);
    }

    private static void awaitThat(String what, NodeView node, Predicate<NodeView> condition) {
        await(what).atMost(PATIENCE).pollDelay(Duration.ZERO).until(() -> condition.test(node));
    }

    @Override
    public void close() {
        nodes.forEach(NodeView::close);
        installation.close();
        network.close();
    }
}
