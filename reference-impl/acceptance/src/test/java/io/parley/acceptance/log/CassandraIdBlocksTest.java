package io.parley.acceptance.log;

import io.parley.idindex.IdBlockStore;
import io.parley.idindex.cassandra.CassandraIdBlocks;
import io.parley.storekit.IdBlockStoreContract;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** Cassandra's adapter keeps the contract that the simulated blocks keep. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CassandraIdBlocksTest extends IdBlockStoreContract {

    private final LogNode node = LogNode.onTheSharedCassandra();
    private final IdBlockStore store = new CassandraIdBlocks(node.session());

    @Override
    protected IdBlockStore store() {
        return store;
    }

    @Override
    protected <T> T await(CompletionStage<T> stage) {
        return TestConversation.await(stage);
    }

    @AfterAll
    void close() {
        node.close();
    }
}
