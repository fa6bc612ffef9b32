package io.parley.idindex.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import io.parley.idindex.IdBlockStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chooses Cassandra for blocks of ids. */
@Configuration(proxyBeanMethods = false)
class CassandraIdIndexConfiguration {

    @Bean
    IdBlockStore idBlockStore(CqlSession session) {
        return new CassandraIdBlocks(session);
    }
}
