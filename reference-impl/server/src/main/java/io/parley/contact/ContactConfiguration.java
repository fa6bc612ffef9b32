package io.parley.contact;

import io.parley.account.Users;
import io.parley.limits.Limits;
import io.parley.silence.Silence;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the contact component together. */
@Configuration(proxyBeanMethods = false)
class ContactConfiguration {

    @Bean
    KnownBlocks knownBlocks(
            BlockStore store,
            Limits limits,
            Silence silence,
            InstantSource clock,
            @Qualifier("applicationTaskExecutor") Executor blocking) {
        return new KnownBlocks(store, limits.contact(), silence, clock, blocking);
    }

    @Bean
    Blocks blocks(BlockStore store, KnownBlocks known, Users users, Limits limits, InstantSource clock) {
        return new Blocks(store, known, users, limits.contact(), clock);
    }
}
