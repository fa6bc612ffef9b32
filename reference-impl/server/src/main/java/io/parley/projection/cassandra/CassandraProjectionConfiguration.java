package io.parley.projection.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import io.parley.projection.IncarnationStore;
import io.parley.projection.MarkerStore;
import io.parley.projection.WatermarkStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chooses Cassandra for what projections keep. */
@Configuration(proxyBeanMethods = false)
class CassandraProjectionConfiguration {

    @Bean
    IncarnationStore incarnationStore(CqlSession session) {
        return new CassandraIncarnations(session);
    }

    @Bean
    MarkerStore markerStore(CqlSession session) {
        return new CassandraMarkers(session);
    }

    @Bean
    WatermarkStore watermarkStore(CqlSession session) {
        return new CassandraWatermarks(session);
    }
}
