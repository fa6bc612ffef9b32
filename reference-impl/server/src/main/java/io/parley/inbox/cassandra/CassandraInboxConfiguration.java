package io.parley.inbox.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import io.parley.inbox.InboxStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chooses Cassandra for the inboxes. */
@Configuration(proxyBeanMethods = false)
class CassandraInboxConfiguration {

    @Bean
    InboxStore inboxStore(CqlSession session) {
        return new CassandraInbox(session);
    }
}
