package io.parley.acceptance.crash;

import io.parley.acceptance.OwnInstallation;
import java.util.Random;

/** What happens to the installation in the middle of a round, and what mends it. */
enum Fault {
    SERVER_KILLED(Meanwhile.NOTHING),
    CASSANDRA_STALLED(Meanwhile.AN_OUTCOME_IS_UNKNOWN),
    POSTGRES_KILLED(Meanwhile.MESSAGES_GO_ON),
    SERVER_STALLED(Meanwhile.NOTHING),
    EVERYTHING_KILLED(Meanwhile.NOTHING),
    POSTGRES_STALLED(Meanwhile.MESSAGES_GO_ON),
    CASSANDRA_KILLED(Meanwhile.NOTHING);

    /** What has to be seen before it is mended. */
    enum Meanwhile {
        NOTHING,
        /** A client is told so, and neither that it failed nor that it worked. */
        AN_OUTCOME_IS_UNKNOWN,
        /** Open sockets need no accounts. */
        MESSAGES_GO_ON
    }

    private final Meanwhile meanwhile;

    Fault(Meanwhile meanwhile) {
        this.meanwhile = meanwhile;
    }

    /** Consecutive seeds take turns. */
    static Fault of(long seed) {
        return values()[(int) Math.floorMod(seed, (long) values().length)];
    }

    Meanwhile meanwhile() {
        return meanwhile;
    }

    void strike(OwnInstallation installation, Random random) {
        switch (this) {
            case SERVER_KILLED -> installation.killServer();
            case CASSANDRA_STALLED -> installation.pauseCassandra();
            case POSTGRES_KILLED -> installation.killPostgres();
            case SERVER_STALLED -> installation.pauseServer();
            case EVERYTHING_KILLED -> installation.killEverything(random);
            case POSTGRES_STALLED -> installation.pausePostgres();
            case CASSANDRA_KILLED -> installation.killCassandra();
        }
    }

    void mend(OwnInstallation installation) {
        switch (this) {
            case SERVER_KILLED -> installation.startServer();
            case CASSANDRA_STALLED -> installation.resumeCassandra();
            case POSTGRES_KILLED -> installation.startPostgres();
            case SERVER_STALLED -> installation.resumeServer();
            case EVERYTHING_KILLED -> installation.restart();
            case POSTGRES_STALLED -> installation.resumePostgres();
            case CASSANDRA_KILLED -> installation.startCassandra();
        }
    }
}
