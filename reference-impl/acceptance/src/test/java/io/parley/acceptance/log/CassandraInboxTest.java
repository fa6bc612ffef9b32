package io.parley.acceptance.log;

import com.datastax.oss.driver.api.core.CqlSession;
import io.parley.inbox.InboxStore;
import io.parley.inbox.cassandra.CassandraInbox;
import io.parley.storekit.InboxStoreContract;
import org.junit.jupiter.api.extension.ExtendWith;

/** Cassandra's adapter of inboxes keeps the contract that the simulated one keeps. */
@ExtendWith(SharedSession.class)
class CassandraInboxTest extends InboxStoreContract {

    private final InboxStore store;

    CassandraInboxTest(CqlSession session) {
        store = new CassandraInbox(session);
    }

    @Override
    protected InboxStore store() {
        return store;
    }
}
