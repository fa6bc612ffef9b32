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
    ConversationLog conversationLog(
            LogStore store,
            Limits limits,
            LogProperties properties,
            LogRuntime runtime,
            Announcements announcements,
            IdIndex index,
            Admission admission,
            ApplicationEventPublisher events) {
        return new ConversationLog(
                store, settings(limits, properties), runtime, announcements, index, admission, events::publishEvent);
    }

    private static LogSettings settings(Limits limits, LogProperties properties) {
        return LogSettings.of(
                limits,
                properties.answerWithin(),
                properties.backOffBase(),
                properties.backOffMax(),
                properties.cache().toBytes());
    }
}
