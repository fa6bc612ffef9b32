package io.parley.app;

import java.time.InstantSource;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What every component gets: the clock and the rules of JSON. */
@Configuration(proxyBeanMethods = false)
class AppConfiguration {

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    JsonMapperBuilderCustomizer jsonRules() {
        return JsonRules::apply;
    }
}
