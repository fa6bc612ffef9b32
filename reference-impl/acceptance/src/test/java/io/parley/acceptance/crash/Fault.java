package io.parley.acceptance.crash;

import io.parley.acceptance.crash.Trouble.Meanwhile;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** What happens to an installation in the middle of a round, and what mends it. */
enum Fault {
    SERVER_KILLED(Meanwhile.NOTHING),
    CASSANDRA_STALLED(Meanwhile.AN_OUTCOME_IS_UNKNOWN),
    POSTGRES_KILLED(Meanwhile.MESSAGES_GO_ON),
    SERVER_STALLED(Meanwhile.A_LEASE_MAY_END),
    EVERYTHING_KILLED(Meanwhile.NOTHING),
    POSTGRES_STALLED(Meanwhile.MESSAGES_GO_ON),
    CASSANDRA_KILLED(Meanwhile.NOTHING),
    EVERYTHING_STALLED(Meanwhile.A_LEASE_MAY_END),
    ONE_OF_THREE_CASSANDRAS_KILLED(Meanwhile.MESSAGES_GO_ON),
    ONE_OF_THREE_CASSANDRAS_STALLED(Meanwhile.MESSAGES_GO_ON);

    private final Meanwhile meanwhile;

    Fault(Meanwhile meanwhile) {
        this.meanwhile = meanwhile;
    }

    /** Consecutive seeds take turns. */
    static Fault of(long seed, boolean rings) {
        List<Fault> all = rings ? List.of(values()) : ofOneCassandra();
        return all.get((int) Math.floorMod(seed, (long) all.size()));
    }

    static List<Fault> ofOneCassandra() {
        return Arrays.stream(values()).filter(fault -> !fault.isOfARing()).toList();
    }

    /** Whether it befalls three Cassandra nodes. */
    boolean isOfARing() {
        return this == ONE_OF_THREE_CASSANDRAS_KILLED || this == ONE_OF_THREE_CASSANDRAS_STALLED;
    }

    /** This fault as it befalls one of these sites. */
    Trouble at(Sites sites) {
        return new Trouble() {
            @Override
            public URI address() {
                return isOfARing() ? sites.ring().address() : sites.alone().address();
            }

            @Override
            public Meanwhile meanwhile() {
                return meanwhile;
            }

            @Override
            public void strike(Random random) {
                Fault.this.strike(sites, random);
            }

            @Override
            public void mend(Random random) {
                Fault.this.mend(sites, random);
            }
        };
    }

    private void strike(Sites sites, Random random) {
        switch (this) {
            case SERVER_KILLED -> sites.alone().killServer();
            case CASSANDRA_STALLED -> sites.alone().pauseCassandra();
            case POSTGRES_KILLED -> sites.alone().killPostgres();
            case SERVER_STALLED -> sites.alone().pauseServer();
            case EVERYTHING_KILLED -> sites.alone().killEverything(random);
            case EVERYTHING_STALLED -> sites.alone().pauseEverything(random);
            case POSTGRES_STALLED -> sites.alone().pausePostgres();
            case CASSANDRA_KILLED -> sites.alone().killCassandra();
            case ONE_OF_THREE_CASSANDRAS_KILLED -> sites.ring().killOne(random);
            case ONE_OF_THREE_CASSANDRAS_STALLED -> sites.ring().pauseOne(random);
        }
    }

    private void mend(Sites sites, Random random) {
        switch (this) {
            case SERVER_KILLED -> sites.alone().startServer();
            case CASSANDRA_STALLED -> sites.alone().resumeCassandra();
            case POSTGRES_KILLED -> sites.alone().startPostgres();
            case SERVER_STALLED -> sites.alone().resumeServer();
            case EVERYTHING_KILLED -> sites.alone().restart();
            case EVERYTHING_STALLED -> sites.alone().resumeEverything(random);
            case POSTGRES_STALLED -> sites.alone().resumePostgres();
            case CASSANDRA_KILLED -> sites.alone().startCassandra();
            case ONE_OF_THREE_CASSANDRAS_KILLED -> sites.ring().startTheKilledOne();
            case ONE_OF_THREE_CASSANDRAS_STALLED -> sites.ring().resumeThePausedOne();
        }
    }
}
