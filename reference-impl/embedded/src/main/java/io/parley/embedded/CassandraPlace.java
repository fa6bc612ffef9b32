package io.parley.embedded;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * A node's place among the nodes of its cluster.
 *
 * @param seeds host:storagePort of the nodes to ask first
 * @param token where its range of the ring begins; Cassandra chooses when absent
 */
record CassandraPlace(List<String> seeds, Optional<Long> token) {

    private static final BigInteger RING = BigInteger.ONE.shiftLeft(64);

    static CassandraPlace alone(CassandraSettings settings) {
        return new CassandraPlace(List.of(settings.address() + ":" + settings.storagePort()), Optional.empty());
    }

    /** The {@code index}th (from 0) of {@code count} nodes that share the ring evenly. */
    static CassandraPlace inRing(int index, int count, List<String> seeds) {
        long token = BigInteger.valueOf(Long.MIN_VALUE)
                .add(RING.multiply(BigInteger.valueOf(index)).divide(BigInteger.valueOf(count)))
                .longValueExact();
        return new CassandraPlace(seeds, Optional.of(token));
    }
}
