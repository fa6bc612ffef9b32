package io.parley.log;

/**
 * Where a thread of the log leaves what it does once for a whole step, such as writing to a socket all that a step sent there.
 * Safe for use by several threads.
 */
@FunctionalInterface
public interface AfterStep {

    /** Puts nothing off. */
    AfterStep AT_ONCE = Runnable::run;

    /** Runs the task on this thread: when the step that it runs has ended, whichever way, or at once if it runs none. */
    void run(Runnable task);
}
