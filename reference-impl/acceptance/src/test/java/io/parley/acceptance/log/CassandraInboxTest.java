package io.parley.acceptance.log;

import io.parley.inbox.InboxStore;
import io.parley.inbox.cassandra.CassandraInbox;
import io.parley.storekit.InboxStoreContract;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** Cassandra's adapter of inboxes keeps the contract that the simulated one keeps. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CassandraInboxTest extends InboxStoreContract {

    private final LogNode node = LogNode.onTheSharedCassandra();
    private final InboxStore store = new CassandraInbox(node.session());

    @Override
    protected InboxStore store() {
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
