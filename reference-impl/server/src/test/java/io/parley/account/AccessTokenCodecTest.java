package io.parley.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.parley.account.SigningKeyStore.SigningKey;
import io.parley.evidence.Verifies;
import io.parley.kernel.DeviceId;
import io.parley.kernel.UserId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

@Verifies("USR-2")
class AccessTokenCodecTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final Duration LIFE = Duration.ofMinutes(15);
    private static final SigningKey KEY = key("k1", 1);
    private static final SessionStore.Session SESSION = new SessionStore.Session(
            UUID.fromString("0198c0de-0000-7000-8000-000000000003"),
            UserId.parse("0198c0de-0000-7000-8000-000000000001"),
            DeviceId.parse("0198c0de-0000-7000-8000-000000000002"));

    private final AccessTokenCodec codec = at(NOW, KEY);

    @Test
    void readsWhatItIssued() {
        assertThat(codec.read(codec.issue(SESSION)))
                .contains(new Caller(SESSION.user(), SESSION.device(), SESSION.id(), NOW.plus(LIFE)));
    }

    @Test
    void namesTheKeyInTheHeader() throws Exception {
        assertThat(SignedJWT.parse(codec.issue(SESSION)).getHeader().getKeyID()).isEqualTo("k1");
    }

    @Test
    void acceptsATokenUntilItsEndAndNotFromThenOn() {
        String token = codec.issue(SESSION);

        assertThat(at(NOW.plus(LIFE).minusMillis(1), KEY).read(token)).isPresent();
        assertThat(at(NOW.plus(LIFE).plusMillis(1), KEY).read(token)).isEmpty();
    }

    @Test
    void cutsNoTokenShortThatBeginsWithinASecond() {
        Instant begin = NOW.plusMillis(1);
        String token = at(begin, KEY).issue(SESSION);

        assertThat(at(begin.plus(LIFE).minusMillis(1), KEY).read(token)).isPresent();
        assertThat(at(begin.plus(LIFE).plusSeconds(1), KEY).read(token)).isEmpty();
    }

    @Test
    void stillReadsTokensOfAnOlderKey() {
        assertThat(at(NOW, key("k2", 2), KEY).read(codec.issue(SESSION))).isPresent();
    }

    @Test
    void refusesATokenOfAnotherKey() {
        assertThat(at(NOW, key("k1", 9)).read(codec.issue(SESSION))).isEmpty();
        assertThat(at(NOW, key("k9", 1)).read(codec.issue(SESSION))).isEmpty();
    }

    @Test
    void refusesATokenWithoutSignature() {
        assertThat(codec.read(new PlainJWT(claims()).serialize())).isEmpty();
    }

    @Test
    void refusesAnotherAlgorithmWithTheRightKey() throws Exception {
        byte[] secret = KEY.secret().getEncoded();
        byte[] longer = new byte[64];
        System.arraycopy(secret, 0, longer, 0, secret.length);

        assertThat(at(NOW, new SigningKey("k1", new SecretKeySpec(longer, "HmacSHA512")))
                        .read(signed(JWSAlgorithm.HS512, claims(), longer)))
                .isEmpty();
        assertThat(codec.read(signed(JWSAlgorithm.HS256, claims(), secret))).isPresent();
    }

    @Test
    void refusesChangedClaims() {
        String token = codec.issue(SESSION);
        String forged = withPart(
                token, 1, claims -> claims.replace(SESSION.user().toString(), "0198c0de-0000-7000-8000-00000000000f"));

        assertThat(forged).isNotEqualTo(token);
        assertThat(codec.read(forged)).isEmpty();
    }

    @Test
    void refusesAHeaderThatDeclaresNoAlgorithm() {
        String forged = withPart(codec.issue(SESSION), 0, header -> header.replace("HS256", "none"));

        assertThat(codec.read(forged)).isEmpty();
        assertThat(codec.read(forged.substring(0, forged.lastIndexOf('.') + 1))).isEmpty();
    }

    @Test
    void refusesClaimsThatAreMissingOrNoIds() throws Exception {
        byte[] secret = KEY.secret().getEncoded();
        for (String claim : List.of("iss", "sub", "dev", "sid", "exp")) {
            JWTClaimsSet without =
                    new JWTClaimsSet.Builder(claims()).claim(claim, null).build();
            assertThat(codec.read(signed(JWSAlgorithm.HS256, without, secret)))
                    .as("without " + claim)
                    .isEmpty();
        }
        JWTClaimsSet noId =
                new JWTClaimsSet.Builder(claims()).claim("sub", "ann").build();
        assertThat(codec.read(signed(JWSAlgorithm.HS256, noId, secret))).isEmpty();
    }

    @Test
    void refusesWhatIsNoToken() {
        assertThat(List.of("", ".", "..", "a.b.c", "ey", "\u0000", "x".repeat(20_000)))
                .allSatisfy(text -> assertThat(codec.read(text)).isEqualTo(Optional.empty()));
    }

    private static AccessTokenCodec at(Instant now, SigningKey... keys) {
        return new AccessTokenCodec(List.of(keys), LIFE, InstantSource.fixed(now));
    }

    private static SigningKey key(String kid, int fill) {
        byte[] secret = new byte[32];
        Arrays.fill(secret, (byte) fill);
        return new SigningKey(kid, new SecretKeySpec(secret, "HmacSHA256"));
    }

    private static JWTClaimsSet claims() {
        return new JWTClaimsSet.Builder()
                .issuer("parley")
                .subject(SESSION.user().toString())
                .claim("dev", SESSION.device().toString())
                .claim("sid", SESSION.id().toString())
                .issueTime(Date.from(NOW))
                .expirationTime(Date.from(NOW.plus(LIFE)))
                .build();
    }

    private static String signed(JWSAlgorithm algorithm, JWTClaimsSet claims, byte[] secret) throws Exception {
        SignedJWT token =
                new SignedJWT(new JWSHeader.Builder(algorithm).keyID("k1").build(), claims);
        JWSSigner signer = new MACSigner(secret);
        token.sign(signer);
        return token.serialize();
    }

    private static String withPart(String token, int index, UnaryOperator<String> change) {
        String[] parts = token.split("\\.");
        String plain = new String(Base64.getUrlDecoder().decode(parts[index]), StandardCharsets.UTF_8);
        parts[index] = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(change.apply(plain).getBytes(StandardCharsets.UTF_8));
        return String.join(".", parts);
    }
}
