package io.parley.log.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import io.parley.log.LogCatalogue;
import io.parley.log.LogStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chooses Cassandra as the logs' store. */
@Configuration(proxyBeanMethods = false)
class CassandraLogConfiguration {

    @Bean
    LogStore logStore(CqlSession session) {
        return new CassandraLogStore(session);
    }

    @Bean
    LogCatalogue logCatalogue(CqlSession session) {
        return new CassandraLogCatalogue(session);
    }
}
