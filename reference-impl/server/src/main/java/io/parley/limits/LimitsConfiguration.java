package io.parley.limits;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Publishes the one {@link Limits} bean. */
@Configuration(proxyBeanMethods = false)
class LimitsConfiguration {

    @Bean
    Limits limits() {
        return Limits.packaged();
    }
}
