package io.parley.inbox;

import io.parley.limits.Limits;
import io.parley.log.LogRuntime;
import io.parley.projection.Projection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the inbox on a real node. */
@Configuration(proxyBeanMethods = false)
class InboxConfiguration {

    /** Lists have time: half of the processors could keep the store busy with rows, and appends have to come between. */
    private static final int PROCESSORS_PER_REQUEST = 2;

    @Bean
    Inbox inbox(InboxStore store, Limits limits, LogRuntime runtime) {
        return new Inbox(
                store,
                limits.inbox().previewCharsMax(),
                Math.max(1, Runtime.getRuntime().availableProcessors() / PROCESSORS_PER_REQUEST),
                limits.inbox().resumeOverlap(),
                runtime.executor(),
                runtime.clock());
    }

    @Bean
    Projection inboxProjection(Inbox inbox) {
        return inbox.projection();
    }
}
