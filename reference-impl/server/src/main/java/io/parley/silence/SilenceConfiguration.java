package io.parley.silence;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the silence component together. */
@Configuration(proxyBeanMethods = false)
class SilenceConfiguration {

    /** One for all that is asked of PostgreSQL: who finds it silent finds it so for everybody. */
    @Bean
    Silence silence(InstantSource clock) {
        return new Silence(clock);
    }
}
