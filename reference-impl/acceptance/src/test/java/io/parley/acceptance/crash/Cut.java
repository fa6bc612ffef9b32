package io.parley.acceptance.crash;

import io.parley.acceptance.crash.Trouble.Meanwhile;
import io.parley.acceptance.network.Place;
import io.parley.acceptance.network.PrivateNetwork;
import java.util.List;
import java.util.stream.Stream;

/** How a network of three nodes and a server falls apart. */
enum Cut {
    /** The server still reaches a node that has no quorum, and asks it as it asks the others. */
    FROM_THE_OTHER_NODES,
    FROM_EVERYTHING,
    /** What the node says is lost; it hears. */
    UNHEARD_BY_THE_OTHER_NODES,
    /** What is said to the node is lost; it is heard. */
    DEAF_TO_THE_OTHER_NODES,
    /** No quorum is left; the server reaches each. */
    EACH_FROM_EACH;

    /** Whether two of three nodes still reach each other. */
    boolean leavesAQuorum() {
        return this != EACH_FROM_EACH;
    }

    Meanwhile meanwhile() {
        return leavesAQuorum() ? Meanwhile.MESSAGES_GO_ON_UNNOTICED_AND_NOTICED : Meanwhile.NOTHING_IS_DECIDED;
    }

    /** @param struck the node that it is about, 0 … 2 */
    void make(PrivateNetwork network, int struck) {
        Place node = network.place(struck);
        List<Place> others =
                Stream.of(1, 2).map(i -> network.place((struck + i) % 3)).toList();
        switch (this) {
            case FROM_THE_OTHER_NODES -> others.forEach(other -> separate(network, node, other));
            case FROM_EVERYTHING -> {
                others.forEach(other -> separate(network, node, other));
                separate(network, node, network.outside());
            }
            case UNHEARD_BY_THE_OTHER_NODES -> others.forEach(other -> network.cut(node, other));
            case DEAF_TO_THE_OTHER_NODES -> others.forEach(other -> network.cut(other, node));
            case EACH_FROM_EACH -> {
                others.forEach(other -> separate(network, node, other));
                separate(network, others.get(0), others.get(1));
            }
        }
    }

    private static void separate(PrivateNetwork network, Place one, Place other) {
        network.cut(one, other);
        network.cut(other, one);
    }
}
