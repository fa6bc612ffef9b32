package io.parley.inbox.cassandra;

import com.datastax.oss.driver.api.core.CqlIdentifier;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.metadata.Node;
import com.datastax.oss.driver.api.core.metadata.TokenMap;
import com.datastax.oss.driver.api.core.type.codec.TypeCodecs;
import io.parley.kernel.UserId;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which users' inboxes the same nodes keep, by the ring as the driver knows it. A batch over them is taken by one of these
 * nodes and costs it no more messages to others than a single row would. A ring that has changed since makes a batch slower,
 * not wrong. Safe for use by several threads.
 */
final class Placement {

    /** As many partitions as Cassandra takes in a batch without a warning in its log. */
    private static final int BATCH_MAX = 10;

    private final Function<UserId, Set<?>> nodes;

    Placement(CqlSession session) {
        this(user -> nodes(session, user));
    }

    /** @param nodes that keep a user's inbox */
    Placement(Function<UserId, Set<?>> nodes) {
        this.nodes = nodes;
    }

    List<List<UserId>> together(Collection<UserId> users) {
        Map<Set<?>, List<UserId>> byNodes = users.stream().distinct().collect(Collectors.groupingBy(nodes));
        return byNodes.values().stream().flatMap(Placement::batches).toList();
    }

    private static Stream<List<UserId>> batches(List<UserId> users) {
        return IntStream.iterate(0, from -> from < users.size(), from -> from + BATCH_MAX)
                .mapToObj(from -> users.subList(from, Math.min(from + BATCH_MAX, users.size())));
    }

    private static Set<Node> nodes(CqlSession session, UserId user) {
        TokenMap tokens = session.getMetadata().getTokenMap().orElse(null);
        CqlIdentifier keyspace = session.getKeyspace().orElse(null);
        if (tokens == null || keyspace == null) {
            return Set.of();
        }
        ByteBuffer key = Objects.requireNonNull(
                TypeCodecs.UUID.encode(user.value(), session.getContext().getProtocolVersion()));
        return tokens.getReplicas(keyspace, tokens.newToken(key));
    }
}
