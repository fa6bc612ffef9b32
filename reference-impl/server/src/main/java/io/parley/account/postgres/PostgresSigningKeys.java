package io.parley.account.postgres;

import io.parley.account.SigningKeyStore;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Signing keys in PostgreSQL; the unique generation lets one of several nodes that start at once win. */
@Repository
class PostgresSigningKeys implements SigningKeyStore {

    private final JdbcClient jdbc;

    PostgresSigningKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<SigningKey> keys(SigningKey candidate, Instant now) {
        jdbc.sql("""
                        INSERT INTO signing_key (kid, generation, secret, created_at)
                        SELECT :kid, 1, :secret, :now WHERE NOT EXISTS (SELECT 1 FROM signing_key)
                        ON CONFLICT (generation) DO NOTHING""")
                .param("kid", candidate.kid())
                .param("secret", candidate.secret().getEncoded())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        return jdbc.sql("SELECT kid, secret FROM signing_key ORDER BY generation DESC")
                .query((row, n) ->
                        new SigningKey(row.getString("kid"), new SecretKeySpec(row.getBytes("secret"), "HmacSHA256")))
                .list();
    }
}
