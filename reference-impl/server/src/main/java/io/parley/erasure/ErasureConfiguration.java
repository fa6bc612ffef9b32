package io.parley.erasure;

import io.parley.limits.Limits;
import io.parley.log.Buckets;
import io.parley.log.EntryReads;
import io.parley.log.LogRuntime;
import io.parley.log.LogStore;
import io.parley.projection.Projection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts erasure on a real node. */
@Configuration(proxyBeanMethods = false)
class ErasureConfiguration {

    @Bean
    Projection erasureProjection(LogStore log, EntryReads reads, Limits limits, LogRuntime runtime) {
        return new ErasureProjection(
                log,
                reads,
                new Buckets(limits.log().bucketEntries()),
                limits.message().editEntriesMax(),
                runtime.executor());
    }
}
