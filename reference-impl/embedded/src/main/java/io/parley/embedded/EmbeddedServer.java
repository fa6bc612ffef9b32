package io.parley.embedded;

import java.nio.file.Path;

/**
 * A real server that runs as a child process on a directory of its own. Its ports and data stay the same from one start
 * to the next.
 *
 * <p>Thread-safe: {@link #stop} and {@link #kill} may be called while another thread is inside {@link #start}, which then
 * fails.
 */
public interface EmbeddedServer extends AutoCloseable {

    /** What a person calls it, such as "Cassandra". */
    String name();

    /** The file to read when it does not do what it should. */
    Path log();

    /**
     * Takes the directory and stops what a killed predecessor left running on it; keeps it until {@link #stop} or
     * {@link #kill}. {@link #start} does so too.
     *
     * @return whether something was left running
     * @throws AlreadyRunningException when a living process owns the directory
     */
    boolean reclaim();

    /**
     * Starts the process and returns when it answers a query, at the latest after five minutes.
     *
     * @throws AlreadyRunningException when a living process owns the directory
     * @throws StartFailedException when the process dies or does not answer in time; nothing is left running
     */
    void start();

    /** Asks the process to end, waits, and kills it when it does not. Does nothing when it does not run. */
    void stop();

    /** Ends the process and all its children at once (SIGKILL), and returns when they are gone. */
    void kill();

    /**
     * The process that runs, for faults and measurements.
     *
     * @throws IllegalStateException when none runs
     */
    ProcessHandle process();

    @Override
    default void close() {
        stop();
    }
}
