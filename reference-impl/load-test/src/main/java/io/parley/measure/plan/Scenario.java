package io.parley.measure.plan;

import java.time.Duration;
import java.util.List;

/** Something to measure. */
public sealed interface Scenario {

    /** One of the systems that are measured with messages between two. */
    String PARLEY = "parley";

    /** Another build of Parley, named on the command line. */
    String OTHER = "other";

    /** The store's operations alone, without Parley. */
    String BARE = "bare";

    /** The peer. */
    String EJABBERD = "ejabberd";

    /**
     * Many users in small and large groups, at one rate after the other until the system does not hold one.
     *
     * @param largeShare of the messages that go to the large groups
     * @param boundMillis what the p99 must stay below
     * @param warmFirst warm-up before the first rate, for processes that have just started: their compilers take a processor
     *     for minutes at a low rate
     * @param warmRate messages per second of that warm-up
     */
    record Mixed(
            int users,
            int small,
            int large,
            double largeShare,
            List<Integer> rates,
            int boundMillis,
            boolean marks,
            Duration warmFirst,
            int warmRate,
            Duration warm,
            Duration length)
            implements Scenario {}

    /**
     * Messages between two, by several systems in turn.
     *
     * @param windows messages under way per sender, closed loop
     * @param rates messages per second, open loop
     * @param rounds how often all is measured; the median counts
     * @param warmFirst warm-up of each system's first measurement, whose process has just started
     */
    record Direct(
            int users,
            List<String> systems,
            List<Integer> windows,
            List<Integer> rates,
            int rounds,
            Duration warmFirst,
            Duration warm,
            Duration length)
            implements Scenario {}

    /**
     * One large conversation, as fast as it goes.
     *
     * @param senders how many of the members send
     * @param window messages under way per sender
     * @param marks whether clients tell what they have applied
     */
    record Crowd(int members, int senders, int window, boolean marks, Duration warm, Duration length)
            implements Scenario {}
}
