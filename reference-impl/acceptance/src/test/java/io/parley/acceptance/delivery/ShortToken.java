package io.parley.acceptance.delivery;

import io.parley.acceptance.api.Json;
import io.parley.acceptance.api.Person;
import io.parley.embedded.Database;
import io.parley.embedded.Stores;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.node.ObjectNode;

/**
 * An access token as the installation could have issued it, signed with its own key, that ends soon: nobody waits a quarter of
 * an hour in a test.
 */
final class ShortToken {

    private ShortToken() {}

    /** The person's own token, but for its end. */
    static String of(Person person, Duration life) {
        String[] parts = person.accessToken().split("\\.", -1);
        ObjectNode claims = (ObjectNode) Json.read(decoded(parts[1]));
        claims.put("exp", Instant.now().plus(life).getEpochSecond());
        String signed = parts[0] + "." + encoded(Json.text(claims).getBytes(StandardCharsets.UTF_8));
        String kid = Json.read(decoded(parts[0])).get("kid").asString();
        return signed + "." + encoded(signature(key(kid), signed));
    }

    private static byte[] signature(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] key(String kid) {
        Database database = Stores.shared().database();
        try (Connection connection =
                        DriverManager.getConnection(database.url(), database.username(), database.password());
                PreparedStatement select =
                        connection.prepareStatement("SELECT secret FROM signing_key WHERE kid = ?")) {
            select.setString(1, kid);
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                return rows.getBytes(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
