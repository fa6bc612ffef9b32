package io.parley.embedded;

import java.nio.file.Path;

/**
 * One Cassandra node.
 *
 * @param directory holds everything that belongs to it; created when absent
 * @param address the loopback address that it listens on, 127.0.0.1 and up
 * @param nativePort for clients (CQL)
 * @param storagePort for other nodes
 */
public record CassandraSettings(
        Path directory, String address, int nativePort, int storagePort, CassandraMemory memory) {

    /** @throws IllegalArgumentException when the address is not a loopback address */
    public CassandraSettings {
        if (!address.startsWith("127.")) {
            throw new IllegalArgumentException("address=" + address + ", expected 127.x.x.x");
        }
        directory = directory.toAbsolutePath().normalize();
    }

    /** A small node on 127.0.0.1 with free ports. */
    public static CassandraSettings in(Path directory) {
        return new CassandraSettings(directory, "127.0.0.1", Ports.free(), Ports.free(), CassandraMemory.TEST);
    }

    public CassandraSettings withPorts(int newNativePort, int newStoragePort) {
        return new CassandraSettings(directory, address, newNativePort, newStoragePort, memory);
    }

    public CassandraSettings withMemory(CassandraMemory newMemory) {
        return new CassandraSettings(directory, address, nativePort, storagePort, newMemory);
    }
}
