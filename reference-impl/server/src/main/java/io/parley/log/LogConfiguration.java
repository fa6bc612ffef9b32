package io.parley.log;

import io.parley.limits.Limits;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/** Puts the log on a real node: threads, timer, clock, randomness, and events to who listens. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LogProperties.class)
class LogConfiguration {

    @Bean(destroyMethod = "shutdown")
    ExecutorService logExecutor() {
        // Steps are short and never block: as many threads as processors, two at least.
        int threads = Math.max(2, Runtime.getRuntime().availableProcessors());
        return Executors.newFixedThreadPool(threads, new CustomizableThreadFactory("log-"));
    }

    @Bean(destroyMethod = "shutdownNow")
    ScheduledExecutorService logTimer() {
        return Executors.newSingleThreadScheduledExecutor(new CustomizableThreadFactory("log-timer-"));
    }

    @Bean
    ConversationLog conversationLog(
            LogStore store,
            Limits limits,
            LogProperties properties,
            ExecutorService logExecutor,
            ScheduledExecutorService logTimer,
            InstantSource clock,
            ApplicationEventPublisher events) {
        LogRuntime runtime = new LogRuntime(
                logExecutor,
                (delay, task) -> {
                    var unused = logTimer.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
                },
                clock,
                new SecureRandom());
        return new ConversationLog(store, settings(limits, properties), runtime, events::publishEvent);
    }

    private static LogSettings settings(Limits limits, LogProperties properties) {
        Limits.Log log = limits.log();
        return new LogSettings(
                log.bucketEntries(),
                log.idWindowEntries(),
                log.batchEntriesMax(),
                log.batchBytesMax(),
                log.queueEntriesMax(),
                log.snapshotEveryEntries(),
                limits.time().skew(),
                properties.answerWithin(),
                properties.backOffBase(),
                properties.backOffMax(),
                properties.cache().toBytes());
    }
}
