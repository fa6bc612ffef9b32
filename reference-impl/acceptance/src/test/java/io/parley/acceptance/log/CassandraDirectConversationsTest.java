package io.parley.acceptance.log;

import com.datastax.oss.driver.api.core.CqlSession;
import io.parley.conversation.DirectConversations;
import io.parley.storekit.DirectConversationsContract;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Cassandra's adapter of the pairs' conversations keeps the contract that the simulated one keeps. */
@ExtendWith(SharedSession.class)
class CassandraDirectConversationsTest extends DirectConversationsContract {

    private final DirectConversations store;

    /** No other package needs the adapter's class: it is wired as in the server. */
    CassandraDirectConversationsTest(CqlSession session) {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            // What is registered so is not closed with the context.
            context.getBeanFactory().registerSingleton("session", session);
            context.scan("io.parley.conversation.cassandra");
            context.refresh();
            store = context.getBean(DirectConversations.class);
        }
    }

    @Override
    protected DirectConversations store() {
        return store;
    }
}
