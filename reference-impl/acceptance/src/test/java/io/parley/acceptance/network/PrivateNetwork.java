package io.parley.acceptance.network;

import io.parley.embedded.CassandraHost;
import io.parley.embedded.DirectoryLock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Hosts in network namespaces of their own, joined by one bridge, with no way out of the machine; this process reaches them
 * from the bridge. Between any two places packets can be lost in one direction or both: the sender is given a hardware address
 * that nobody has, and neither side is told. So it is when a cable is cut, and unlike a port that is closed. Needs root.
 *
 * <p>A file in the directory says what is made before it is made; who finds one that a killed run left removes exactly that.
 * Not thread-safe.
 */
public final class PrivateNetwork implements AutoCloseable {

    /** One direction in which everything is lost. */
    private record Cut(Place from, Place to) {}

    private final DirectoryLock lock;
    private final Names names;
    private final List<Cut> cuts = new ArrayList<>();
    private final Thread atExit;

    private PrivateNetwork(DirectoryLock lock, Names names) {
        this.lock = lock;
        this.names = names;
        this.atExit = new Thread(names::remove, "remove-network");
    }

    /**
     * Makes one.
     *
     * @param directory held until the network is closed
     * @throws IllegalStateException when this process may not do that
     */
    public static PrivateNetwork made(Path directory, int hosts) {
        Ip.require();
        DirectoryLock lock = DirectoryLock.acquire(directory);
        removeWhatIsLeft(record(lock));
        PrivateNetwork network = new PrivateNetwork(lock, Names.fresh(hosts));
        network.make();
        return network;
    }

    private static Path record(DirectoryLock lock) {
        return lock.directory().resolve("network");
    }

    private static void removeWhatIsLeft(Path record) {
        try {
            if (Files.exists(record)) {
                Names.parse(Files.readString(record)).remove();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void make() {
        try {
            Files.writeString(record(lock), names.line());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(atExit);
        try {
            names.make();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Where servers can run. */
    public List<CassandraHost.Namespace> hosts() {
        return IntStream.range(0, names.hosts())
                .mapToObj(host -> new CassandraHost.Namespace(names.namespace(host), names.address(host)))
                .toList();
    }

    /** A host as the others see it, from 0. */
    public Place place(int host) {
        return Place.ofHost(names.namespace(host), names.address(host));
    }

    /** Where this process is. */
    public Place outside() {
        return new Place(names.outside(), "", names.bridge());
    }

    /** Everything that is sent from the one to the other is lost from now on, until {@link #heal}. */
    public void cut(Place from, Place to) {
        from.lose(to);
        cuts.add(new Cut(from, to));
    }

    /** Nothing is lost any more. */
    public void heal() {
        cuts.forEach(cut -> cut.from().find(cut.to()));
        cuts.clear();
    }

    /** What still runs in it has to be ended by whoever started it. */
    @Override
    public void close() {
        names.remove();
        Runtime.getRuntime().removeShutdownHook(atExit);
        lock.close();
    }
}
