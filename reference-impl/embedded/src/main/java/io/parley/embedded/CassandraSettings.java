package io.parley.embedded;

import java.nio.file.Path;

/**
 * One Cassandra node.
 *
 * @param directory holds everything that belongs to it; created when absent
 * @param host where it runs
 * @param nativePort for clients (CQL)
 * @param storagePort for other nodes
 */
public record CassandraSettings(
        Path directory, CassandraHost host, int nativePort, int storagePort, CassandraMemory memory) {

    public CassandraSettings {
        directory = directory.toAbsolutePath().normalize();
    }

    /** A small node on 127.0.0.1 with free ports. */
    public static CassandraSettings in(Path directory) {
        return new CassandraSettings(
                directory, new CassandraHost.Loopback("127.0.0.1"), Ports.free(), Ports.free(), CassandraMemory.TEST);
    }

    public String address() {
        return host.address();
    }

    public CassandraSettings withPorts(int newNativePort, int newStoragePort) {
        return new CassandraSettings(directory, host, newNativePort, newStoragePort, memory);
    }

    public CassandraSettings withMemory(CassandraMemory newMemory) {
        return new CassandraSettings(directory, host, nativePort, storagePort, newMemory);
    }
}
