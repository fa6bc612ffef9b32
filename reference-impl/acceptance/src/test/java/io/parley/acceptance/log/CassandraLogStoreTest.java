package io.parley.acceptance.log;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import io.parley.kernel.ConversationId;
import io.parley.log.LogStore;
import io.parley.log.cassandra.CassandraLogStore;
import io.parley.storekit.LogStoreContract;
import org.junit.jupiter.api.extension.ExtendWith;

/** Cassandra's adapter of logs keeps the contract that the simulated one keeps. */
@ExtendWith(SharedSession.class)
class CassandraLogStoreTest extends LogStoreContract {

    private final CqlSession session;
    private final LogStore store;

    CassandraLogStoreTest(CqlSession session) {
        this.session = session;
        this.store = new CassandraLogStore(session);
    }

    @Override
    protected LogStore store() {
        return store;
    }

    @Override
    protected void retire(ConversationId log, long bucket) {
        session.execute(SimpleStatement.newInstance(
                "UPDATE conversation_log SET retired = true WHERE conversation_id = ? AND bucket = ?"
                        + " IF retired = null",
                log.value(),
                bucket));
    }
}
