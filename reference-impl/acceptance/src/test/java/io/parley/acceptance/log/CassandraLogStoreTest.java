package io.parley.acceptance.log;

import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import io.parley.kernel.ConversationId;
import io.parley.log.LogStore;
import io.parley.log.cassandra.CassandraLogStore;
import io.parley.storekit.LogStoreContract;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** Cassandra's adapter keeps the contract that the simulated store keeps. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CassandraLogStoreTest extends LogStoreContract {

    private final LogNode node = LogNode.onTheSharedCassandra();
    private final LogStore store = new CassandraLogStore(node.session());

    @Override
    protected LogStore store() {
        return store;
    }

    @Override
    protected <T> T await(CompletionStage<T> stage) {
        return TestConversation.await(stage);
    }

    @Override
    protected void retire(ConversationId log, long bucket) {
        node.session()
                .execute(SimpleStatement.newInstance(
                        "UPDATE conversation_log SET retired = true WHERE conversation_id = ? AND bucket = ?"
                                + " IF retired = null",
                        log.value(),
                        bucket));
    }

    @AfterAll
    void close() {
        node.close();
    }
}
