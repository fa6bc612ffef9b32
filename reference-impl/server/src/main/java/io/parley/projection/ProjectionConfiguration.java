package io.parley.projection;

import io.parley.limits.Limits;
import io.parley.log.ConversationLog;
import io.parley.log.LogCatalogue;
import io.parley.log.LogRuntime;
import io.parley.log.LogSettings;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the projections on a real node. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProjectionProperties.class)
class ProjectionConfiguration {

    private static final Duration BEAT = Duration.ofSeconds(1);
    private static final Duration IDLE_AFTER = Duration.ofSeconds(20);
    private static final Duration SHARD = Duration.ofMinutes(1);
    private static final int ACTIVE_MAX = 100_000;
    private static final int BACKLOG_ENTRIES_MAX = 256;

    private static final int PARALLEL_MAX = 16;
    private static final int PUT_OFF_MAX = 10_000;

    @Bean
    ProjectionRuntime projectionRuntime(LogRuntime log) {
        return new ProjectionRuntime(log, System::nanoTime);
    }

    @Bean
    ProjectionSettings projectionSettings(Limits limits, ProjectionProperties properties) {
        return new ProjectionSettings(
                limits.projection().lease(),
                limits.projection().deadAfter(),
                BEAT,
                limits.projection().repairMax(),
                limits.projection().retryMax(),
                limits.projection().coalesce(),
                limits.projection().coalesceMember(),
                IDLE_AFTER,
                SHARD,
                ACTIVE_MAX,
                BACKLOG_ENTRIES_MAX,
                properties.backlog().toBytes(),
                LogSettings.Reads.of(limits, properties.steps().toBytes()),
                limits.projection().saveEntries(),
                PARALLEL_MAX,
                PUT_OFF_MAX);
    }

    @Bean
    Projections projections(
            List<Projection> projections,
            IncarnationStore incarnations,
            MarkerStore markers,
            WatermarkStore watermarks,
            ProjectionSettings settings,
            ProjectionRuntime runtime) {
        return new Projections(projections, incarnations, markers, watermarks, settings, runtime);
    }

    @Bean
    Rebuild rebuild(
            ConversationLog log,
            LogCatalogue catalogue,
            List<Projection> projections,
            WatermarkStore watermarks,
            ProjectionSettings settings,
            ProjectionRuntime runtime) {
        return new Rebuild(log, catalogue, projections, watermarks, settings, runtime);
    }

    @Bean
    ProjectionLifecycle projectionLifecycle(
            Projections projections, Rebuild rebuild, ConversationLog log, ApplicationEventPublisher events) {
        return new ProjectionLifecycle(projections, rebuild, log, events::publishEvent);
    }
}
