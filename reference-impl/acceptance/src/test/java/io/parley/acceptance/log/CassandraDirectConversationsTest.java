package io.parley.acceptance.log;

import com.datastax.oss.driver.api.core.CqlSession;
import io.parley.conversation.DirectConversations;
import io.parley.conversation.cassandra.CassandraDirectConversations;
import io.parley.storekit.DirectConversationsContract;
import org.junit.jupiter.api.extension.ExtendWith;

/** Cassandra's adapter of the pairs' conversations keeps the contract that the simulated one keeps. */
@ExtendWith(SharedSession.class)
class CassandraDirectConversationsTest extends DirectConversationsContract {

    private final DirectConversations store;

    CassandraDirectConversationsTest(CqlSession session) {
        store = new CassandraDirectConversations(session);
    }

    @Override
    protected DirectConversations store() {
        return store;
    }
}
