package io.parley.account;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.parley.kernel.DeviceId;
import io.parley.kernel.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/**
 * Writes and reads access tokens: JWTs signed with HMAC-SHA-256, whose header names the key ({@code kid}) and whose claims
 * are the user ({@code sub}), the device ({@code dev}) and the session ({@code sid}). Any other algorithm is refused.
 * Thread-safe. It does not know whether the session is still active.
 */
final class AccessTokenCodec {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final String ISSUER = "parley";
    private static final String DEVICE = "dev";
    private static final String SESSION = "sid";

    private final InstantSource clock;
    private final Duration life;
    private final String signingKid;
    private final JwtEncoder encoder;
    private final NimbusJwtDecoder decoder;

    /** @param keys newest first: that one signs, all verify */
    AccessTokenCodec(List<SigningKeyStore.SigningKey> keys, Duration life, InstantSource clock) {
        this.clock = clock;
        this.life = life;
        this.signingKid = keys.get(0).kid();
        JWKSource<SecurityContext> source = new ImmutableJWKSet<>(
                new JWKSet(keys.stream().map(AccessTokenCodec::jwk).toList()));
        this.encoder = new NimbusJwtEncoder(source);
        this.decoder = decoder(source, clock.withZone(ZoneOffset.UTC));
    }

    /** A token for the session, from now on for its life; JWT counts whole seconds, so the last one is not cut short. */
    String issue(SessionStore.Session session) {
        Instant now = clock.instant();
        Instant end = now.plus(life).plusNanos(NANOS_PER_SECOND - 1).truncatedTo(ChronoUnit.SECONDS);
        JwtClaimsSet claims = JwtClaimsSet.builder()
                .issuer(ISSUER)
                .subject(session.user().toString())
                .claim(DEVICE, session.device().toString())
                .claim(SESSION, session.id().toString())
                .issuedAt(now)
                .expiresAt(end)
                .build();
        JwsHeader header =
                JwsHeader.with(MacAlgorithm.HS256).keyId(signingKid).type("JWT").build();
        return encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
    }

    /** Who the token speaks of, if it is ours, whole and unexpired. */
    Optional<Caller> read(String token) {
        try {
            return Optional.of(caller(decoder.decode(token)));
        } catch (JwtException | IllegalArgumentException refused) {
            return Optional.empty();
        }
    }

    private static Caller caller(Jwt jwt) {
        Instant expiresAt = jwt.getExpiresAt();
        if (expiresAt == null) {
            throw new IllegalArgumentException("exp, expected a time");
        }
        return new Caller(
                UserId.parse(claim(jwt, "sub")),
                DeviceId.parse(claim(jwt, DEVICE)),
                UUID.fromString(claim(jwt, SESSION)),
                expiresAt);
    }

    private static String claim(Jwt jwt, String name) {
        String value = jwt.getClaimAsString(name);
        if (value == null) {
            throw new IllegalArgumentException(name + ", expected a text");
        }
        return value;
    }

    private static JWK jwk(SigningKeyStore.SigningKey key) {
        return new OctetSequenceKey.Builder(key.secret())
                .keyID(key.kid())
                .algorithm(JWSAlgorithm.HS256)
                .build();
    }

    private static NimbusJwtDecoder decoder(JWKSource<SecurityContext> source, Clock clock) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.HS256, source));
        // Nimbus' own check of times uses the system clock and a minute of tolerance; the validator below does it.
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        JwtTimestampValidator times = new JwtTimestampValidator(Duration.ZERO);
        times.setClock(clock);
        NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(times, new JwtIssuerValidator(ISSUER)));
        return decoder;
    }
}
