package io.parley.embedded;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One node of the Parley server.
 *
 * @param directory holds its log and its process record; created when absent
 * @param jar the server's jar, its libraries in {@code lib} beside it, found by path: no module depends on the other
 * @param address where it listens
 * @param port for HTTP and WebSocket
 * @param cassandra contact points
 * @param database in PostgreSQL; its password goes by the environment, which other users cannot read
 * @param properties further configuration, nothing secret: it stands on the command line
 * @param jvmOptions of the process
 */
public record ServerSettings(
        Path directory,
        Path jar,
        String address,
        int port,
        List<InetSocketAddress> cassandra,
        Database database,
        Map<String, String> properties,
        List<String> jvmOptions) {

    private static final List<String> SMALL = List.of("-Xmx512m", "-XX:+ExitOnOutOfMemoryError");

    public ServerSettings {
        directory = directory.toAbsolutePath().normalize();
        jar = jar.toAbsolutePath().normalize();
        cassandra = List.copyOf(cassandra);
        properties = Map.copyOf(properties);
        jvmOptions = List.copyOf(jvmOptions);
    }

    /** On 127.0.0.1 and a free port, with at most 512 MB of heap. */
    public static ServerSettings in(Path directory, Path jar, List<InetSocketAddress> cassandra, Database database) {
        return new ServerSettings(directory, jar, "127.0.0.1", Ports.free(), cassandra, database, Map.of(), SMALL);
    }

    public ServerSettings withPort(String newAddress, int newPort) {
        return new ServerSettings(directory, jar, newAddress, newPort, cassandra, database, properties, jvmOptions);
    }

    /** One more property, or another value for it. */
    public ServerSettings with(String key, String value) {
        Map<String, String> more = new HashMap<>(properties);
        more.put(key, value);
        return new ServerSettings(directory, jar, address, port, cassandra, database, more, jvmOptions);
    }

    public ServerSettings withJvmOptions(List<String> newOptions) {
        return new ServerSettings(directory, jar, address, port, cassandra, database, properties, newOptions);
    }

    Map<String, String> arguments() {
        Map<String, String> all = new HashMap<>(Map.of(
                "server.address", address,
                "server.port", Integer.toString(port),
                "parley.cassandra.contact-points",
                        cassandra.stream()
                                .map(point -> point.getHostString() + ":" + point.getPort())
                                .collect(Collectors.joining(",")),
                "parley.cassandra.local-datacenter", CassandraNode.DATACENTER,
                "spring.datasource.url", database.url(),
                "spring.datasource.username", database.username()));
        all.putAll(properties);
        return all;
    }
}
