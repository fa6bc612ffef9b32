package io.parley.embedded;

import java.util.List;

/**
 * Where a node of Cassandra lives. It asks nobody for a password, so that no stranger may reach its address.
 *
 * <p>Immutable.
 */
public sealed interface CassandraHost {

    /** What it listens on, for clients and for other nodes. */
    String address();

    /** The words before a command that make it run there; each of them ends in an exec, so that process ids stay as they are. */
    List<String> entry();

    /**
     * The machine's own loopback interface, which nobody else reaches.
     *
     * @param address 127.0.0.1 and up
     */
    record Loopback(String address) implements CassandraHost {

        /** @throws IllegalArgumentException when the address is not a loopback address */
        public Loopback {
            if (!address.startsWith("127.")) {
                throw new IllegalArgumentException("address=" + address + ", expected 127.x.x.x");
            }
        }

        @Override
        public List<String> entry() {
            return List.of();
        }
    }

    /**
     * A network namespace of Linux with an address of its own, made by whoever starts the node and with no way out of the
     * machine. Entering it needs root.
     *
     * @param name as {@code ip netns} lists it
     * @param address of an interface in it
     */
    record Namespace(String name, String address) implements CassandraHost {

        @Override
        public List<String> entry() {
            return List.of("ip", "netns", "exec", name);
        }
    }
}
