package io.parley.embedded;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Stops at JVM exit, in the reverse order of their start, the servers that still run then. Thread-safe. */
final class ShutdownOrder {

    private static final Deque<EmbeddedServer> RUNNING = new ArrayDeque<>();
    private static boolean ending;

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(ShutdownOrder::end, "stop-servers"));
    }

    private ShutdownOrder() {}

    /** @throws IllegalStateException when the JVM is already on its way out */
    static synchronized void add(EmbeddedServer server) {
        if (ending) {
            throw new IllegalStateException("this process is ending");
        }
        RUNNING.remove(server);
        RUNNING.push(server);
    }

    static synchronized void remove(EmbeddedServer server) {
        RUNNING.remove(server);
    }

    private static void end() {
        synchronized (ShutdownOrder.class) {
            ending = true;
        }
        for (EmbeddedServer next = first(); next != null; next = first()) {
            remove(next);
            try {
                next.stop();
            } catch (RuntimeException e) {
                // The others must still be stopped; the next start reclaims this one.
                System.err.println("parley: cannot stop " + next.name() + ": " + e.getMessage());
            }
        }
    }

    private static synchronized @Nullable EmbeddedServer first() {
        return RUNNING.peek();
    }
}
