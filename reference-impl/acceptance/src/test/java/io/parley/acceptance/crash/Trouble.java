package io.parley.acceptance.crash;

import java.net.URI;
import java.util.Random;

/** What befalls an installation in the middle of a round. */
interface Trouble {

    /** What has to be seen before it is mended. */
    enum Meanwhile {
        NOTHING,
        /** In half of the cases a node relies no more on its lease, and has to find that out by itself. */
        A_LEASE_MAY_END,
        /** A client is told so, and neither that it failed nor that it worked. */
        AN_OUTCOME_IS_UNKNOWN,
        /** Open sockets need no accounts, and a quorum needs two of three. */
        MESSAGES_GO_ON,
        /** As long as requests run into it, and as long as everybody knows better. */
        MESSAGES_GO_ON_UNNOTICED_AND_NOTICED,
        /** Requests run into it, until everybody knows better. */
        NOTHING_IS_DECIDED
    }

    /** Where the installation's clients connect. */
    URI address();

    Meanwhile meanwhile();

    void strike(Random random);

    /** Returns when those who can tell have noticed. */
    default void awaitNoticed() {}

    void mend(Random random);
}
