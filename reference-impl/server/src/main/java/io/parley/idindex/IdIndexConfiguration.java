package io.parley.idindex;

import io.parley.limits.Limits;
import io.parley.log.Buckets;
import io.parley.log.IdIndex;
import io.parley.log.LogRuntime;
import io.parley.log.LogStore;
import io.parley.projection.Projection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the index of ids on a real node. */
@Configuration(proxyBeanMethods = false)
class IdIndexConfiguration {

    @Bean
    IdIndex idIndex(IdBlockStore store, Limits limits, LogRuntime runtime) {
        return new IdBlocks(store, buckets(limits), runtime.executor());
    }

    @Bean
    Projection idBlockProjection(IdBlockStore store, LogStore log, Limits limits, LogRuntime runtime) {
        return new IdBlockProjection(store, log, buckets(limits), runtime.executor());
    }

    private static Buckets buckets(Limits limits) {
        return new Buckets(limits.log().bucketEntries());
    }
}
