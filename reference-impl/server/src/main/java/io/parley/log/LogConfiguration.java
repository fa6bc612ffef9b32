package io.parley.log;

import io.parley.limits.Limits;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the log on a real node: threads, timer, clock, randomness, and events to who listens. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LogProperties.class)
class LogConfiguration {

    @Bean
    LogThreads logThreads() {
        return new LogThreads();
    }

    @Bean
    LogRuntime logRuntime(LogThreads threads, InstantSource clock) {
        return new LogRuntime(threads.executor(), threads.timer(), clock, new SecureRandom());
    }

    @Bean
    AfterStep afterStep(LogThreads threads) {
        return threads.afterStep();
    }

    @Bean
    LogSettings logSettings(Limits limits, LogProperties properties) {
        return LogSettings.of(
                limits,
                properties.answerWithin(),
                properties.backOffBase(),
                properties.backOffMax(),
                properties.cache().toBytes(),
                properties.reads().toBytes());
    }

    /** One for all that the node reads. */
    @Bean
    EntryReads entryReads(LogStore store, LogSettings settings, LogRuntime runtime) {
        return new EntryReads(store, settings, runtime);
    }

    @Bean
    ConversationLog conversationLog(
            LogStore store,
            EntryReads reads,
            LogSettings settings,
            LogRuntime runtime,
            Announcements announcements,
            IdIndex index,
            Admission admission,
            ApplicationEventPublisher events) {
        return new ConversationLog(
                store, reads, settings, runtime, announcements, index, admission, events::publishEvent);
    }
}
