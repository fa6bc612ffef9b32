package io.parley.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Which TCP ports are free. The answer may be outdated at once: who binds the port decides. */
public final class Ports {

    private static final int TRIES = 100;

    /** Below the ports that systems give to outgoing connections: else one of those takes a server's while it restarts. */
    private static final int FIRST = 20_000;

    private static final int END = 32_000;

    /** Nobody is given a port twice, bound or not. */
    private static final Set<Integer> HANDED_OUT = ConcurrentHashMap.newKeySet();

    private Ports() {}

    /** A port that was free on 127.0.0.1 a moment ago. */
    public static int free() {
        return freeOnAll(List.of("127.0.0.1"));
    }

    /** Whether a server could listen there now. */
    public static boolean isFree(String address, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // As servers do, so that connections of a predecessor in TIME_WAIT do not count as use.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), port));
            return true;
        } catch (IOException inUse) {
            return false;
        }
    }

    static int freeOnAll(List<String> addresses) {
        for (int i = 0; i < TRIES; i++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, END);
            if (addresses.stream().allMatch(address -> isFree(address, port)) && HANDED_OUT.add(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no port is free on all of " + addresses);
    }
}
