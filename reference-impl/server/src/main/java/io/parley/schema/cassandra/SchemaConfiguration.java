package io.parley.schema.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import io.parley.schema.CassandraProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one session of the application. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CassandraProperties.class)
class SchemaConfiguration {

    @Bean(destroyMethod = "close")
    CqlSession cassandraSession(CassandraProperties properties) {
        return CassandraSessions.open(properties);
    }
}
