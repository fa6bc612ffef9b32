package io.parley.account;

import com.github.f4b6a3.uuid.factory.standard.TimeOrderedEpochFactory;
import io.parley.account.SigningKeyStore.SigningKey;
import io.parley.limits.Limits;
import io.parley.silence.Silence;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.Executor;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the account component together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HashingProperties.class)
class AccountConfiguration {

    private static final int KEY_BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    @Bean
    AccessTokenCodec accessTokenCodec(SigningKeyStore keys, Limits limits, InstantSource clock) {
        byte[] secret = new byte[KEY_BYTES];
        random.nextBytes(secret);
        SigningKey candidate = new SigningKey(ids(clock).create().toString(), new SecretKeySpec(secret, "HmacSHA256"));
        return new AccessTokenCodec(
                keys.keys(candidate, clock.instant()), limits.token().access(), clock);
    }

    @Bean
    ActiveSessions activeSessions(
            AccessTokenCodec codec,
            SessionStore store,
            Limits limits,
            Silence silence,
            InstantSource clock,
            @Qualifier("applicationTaskExecutor") Executor blocking) {
        return new ActiveSessions(codec, store, limits.token(), silence, clock, blocking);
    }

    @Bean
    CachedUsers users(UserStore store) {
        return new CachedUsers(store);
    }

    @Bean
    Speakers speakers(
            CachedUsers users,
            UserStore store,
            Limits limits,
            Silence silence,
            InstantSource clock,
            @Qualifier("applicationTaskExecutor") Executor blocking) {
        return new KnownSpeakers(users, store, limits.token(), silence, clock, blocking);
    }

    @Bean
    Sessions sessions(
            SessionStore store,
            ActiveSessions active,
            AccessTokenCodec codec,
            Limits limits,
            InstantSource clock,
            ApplicationEventPublisher events) {
        return new Sessions(
                store, active, codec, new RefreshTokens(random), limits.token(), ids(clock)::create, clock, events);
    }

    @Bean
    Accounts accounts(
            UserStore store,
            Sessions sessions,
            CachedUsers users,
            HashingProperties hashing,
            Limits limits,
            InstantSource clock) {
        return new Accounts(
                store,
                sessions,
                users,
                new PasswordHashing(hashing),
                new AccountRules(limits.account()),
                ids(clock)::create,
                clock);
    }

    private TimeOrderedEpochFactory ids(InstantSource clock) {
        return new TimeOrderedEpochFactory(random, clock.withZone(ZoneOffset.UTC));
    }
}
