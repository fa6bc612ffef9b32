package io.parley.acceptance.account;

import static io.parley.acceptance.api.Person.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.acceptance.api.Answer;
import io.parley.acceptance.api.Api;
import io.parley.acceptance.api.Person;
import io.parley.embedded.Stores;
import io.parley.evidence.Verifies;
import io.parley.limits.Limits;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@Verifies({"USR-1", "API-1"})
class RegistrationTest {

    private final Api api = Api.anonymous();
    private final String name = Person.freshName();

    @Test
    void answersASessionThatWorksAtOnce() {
        Answer session = register(Map.<String, Object>of("username", name, "password", PASSWORD))
                .expect(201);

        assertThat(session.text("/user/username")).isEqualTo(name);
        assertThat(session.text("/user/displayName")).isEqualTo(name);
        assertThat(UUID.fromString(session.text("/user/id")).version()).isEqualTo(7);
        assertThat(session.text("/device/name")).isNotBlank();
        assertThat(session.json().at("/expiresInSeconds").asLong())
                .isEqualTo(Limits.packaged().token().access().toSeconds());
        api.as(session.text("/accessToken")).get("/users/me").expect(200);
        Person.refresh(session.text("/refreshToken")).expect(200);
    }

    @Test
    void keepsTheDeviceThatTheClientNames() {
        String device = UUID.randomUUID().toString();
        Map<String, String> chosen = Map.of("id", device, "name", "Ann's phone");
        Answer session = register(Map.<String, Object>of("username", name, "password", PASSWORD, "device", chosen));

        assertThat(session.expect(201).text("/device/id")).isEqualTo(device);
        assertThat(session.text("/device/name")).isEqualTo("Ann's phone");
    }

    @Test
    void scopesDeviceIdsToTheUser() {
        String device = Person.registered().deviceId();
        Answer other = register(
                Map.<String, Object>of("username", name, "password", PASSWORD, "device", Map.of("id", device)));

        assertThat(other.expect(201).text("/device/id")).isEqualTo(device);
    }

    @Test
    void foldsTheNameAndGivesItOnce() {
        Answer first =
                register(Map.<String, Object>of("username", name.toUpperCase(Locale.ROOT), "password", PASSWORD));

        assertThat(first.expect(201).text("/user/username")).isEqualTo(name);
        register(Map.<String, Object>of("username", name, "password", PASSWORD)).expectProblem(409, "username-taken");
    }

    @Test
    void givesANameOnceToManyWhoAskAtTheSameMoment() throws Exception {
        List<Integer> statuses =
                AtOnce.run(6, () -> register(Map.<String, Object>of("username", name, "password", PASSWORD))
                        .status());

        assertThat(statuses).containsExactlyInAnyOrder(201, 409, 409, 409, 409, 409);
    }

    @Test
    void givesAnEmailAddressOnceInAnyCase() {
        String email = "Ann." + name + "@Example.org";
        register(Map.<String, Object>of("username", name, "password", PASSWORD, "email", email))
                .expect(201);

        register(Map.<String, Object>of(
                        "username", Person.freshName(),
                        "password", PASSWORD,
                        "email", email.toLowerCase(Locale.ROOT)))
                .expectProblem(409, "email-taken");
    }

    @Test
    void refusesWhatTheContractDoesNotAllow() {
        register(Map.<String, Object>of(
                        "username", "ab", "password", "1234567", "email", "x", "device", Map.of("name", " ")))
                .expectInvalid("username", "password", "email", "device.name");
        register(Map.<String, Object>of("username", name, "password", PASSWORD, "device", Map.of("id", "phone")))
                .expectInvalid("device.id");
        register(Map.<String, Object>of("username", name)).expectInvalid("password");
        register(Map.<String, Object>of("username", 5, "password", PASSWORD)).expectInvalid("username");
        register(Map.<String, Object>of("username", name + "\u0000", "password", PASSWORD))
                .expectInvalid("username");
    }

    @Test
    void takesTheLongestAndShortestThatTheContractAllows() {
        Limits.Account limits = Limits.packaged().account();
        String longest = name + "x".repeat(limits.usernameCharsMax() - name.length());
        String password = "😀".repeat(limits.passwordCodePointsMax());
        register(Map.<String, Object>of("username", longest, "password", password))
                .expect(201);
        register(Map.<String, Object>of("username", name, "password", password + "a"))
                .expectInvalid("password");
        register(Map.<String, Object>of("username", longest + "x", "password", PASSWORD))
                .expectInvalid("username");
        api.post("/auth/login", Map.of("username", longest, "password", password))
                .expect(200);
    }

    @Test
    @Verifies("USR-4")
    void storesNeitherPasswordNorTokenAsText() throws Exception {
        Answer session = register(Map.<String, Object>of("username", name, "password", PASSWORD));
        var database = Stores.shared().database();
        try (Connection connection =
                        DriverManager.getConnection(database.url(), database.username(), database.password());
                PreparedStatement query = connection.prepareStatement("""
                        SELECT a.password_hash, t.hash FROM account a JOIN session s ON s.user_id = a.id
                        JOIN refresh_token t ON t.session_id = s.id WHERE a.username = ?""")) {
            query.setString(1, name);
            try (ResultSet row = query.executeQuery()) {
                assertThat(row.next()).isTrue();
                assertThat(row.getString(1)).startsWith("$argon2id$").doesNotContain(PASSWORD);
                assertThat(row.getString(2)).matches("[0-9a-f]{64}").isNotEqualTo(session.text("/refreshToken"));
            }
        }
    }

    private Answer register(Map<String, Object> body) {
        return api.post("/auth/register", body);
    }
}
