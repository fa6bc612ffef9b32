package io.parley.schema;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Cassandra is and how it is spoken to.
 *
 * @param contactPoints host:port of at least one node
 * @param localDatacenter the home data centre; serial consistency is linearizable only inside one
 * @param keyspace made if it is not there
 * @param replicationFactor of a keyspace that is made; an existing one is left as it is
 * @param requestTimeout after which an answer is no longer awaited and the outcome of a write is unknown; a node that is
 *     silent for twice as long is asked nothing more until it can be connected to again
 * @param migrationLease how long one node may take to bring the schema up to date before another may try
 */
@ConfigurationProperties("parley.cassandra")
public record CassandraProperties(
        @DefaultValue("127.0.0.1:9042") List<String> contactPoints,
        @DefaultValue("datacenter1") String localDatacenter,
        @DefaultValue("parley") String keyspace,
        @DefaultValue("1") int replicationFactor,
        @DefaultValue("3s") Duration requestTimeout,
        @DefaultValue("2m") Duration migrationLease) {

    /** Checks ranges. */
    public CassandraProperties {
        if (contactPoints.isEmpty()) {
            throw new IllegalArgumentException("parley.cassandra.contact-points=[], expected host:port of a node");
        }
        if (!keyspace.matches("[a-z][a-z0-9_]{0,47}")) {
            throw new IllegalArgumentException(
                    "parley.cassandra.keyspace=" + keyspace + ", expected 1..48 of a-z, 0-9 and _, a letter first");
        }
        if (replicationFactor < 1) {
            throw new IllegalArgumentException(
                    "parley.cassandra.replication-factor=" + replicationFactor + ", expected at least 1");
        }
    }
}
