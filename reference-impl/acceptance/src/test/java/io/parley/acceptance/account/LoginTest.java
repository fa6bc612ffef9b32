package io.parley.acceptance.account;

import static io.parley.acceptance.api.Person.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.acceptance.api.Answer;
import io.parley.acceptance.api.Api;
import io.parley.acceptance.api.Person;
import io.parley.evidence.Verifies;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@Verifies("USR-2")
class LoginTest {

    private final Api api = Api.anonymous();

    @Test
    void takesTheUsernameInAnyCase() {
        Person ann = Person.registered();

        assertThat(login(ann.username().toUpperCase(Locale.ROOT), PASSWORD)
                        .expect(200)
                        .text("/user/id"))
                .isEqualTo(ann.id());
    }

    @Test
    void takesTheEmailAddressInAnyCase() {
        String name = Person.freshName();
        String email = name + "@Example.org";
        api.post("/auth/register", Map.of("username", name, "password", PASSWORD, "email", email))
                .expect(201);

        assertThat(login(email.toUpperCase(Locale.ROOT), PASSWORD).expect(200).text("/user/username"))
                .isEqualTo(name);
    }

    @Test
    void answersAWrongPasswordAndAnUnknownNameAlike() {
        Answer wrong = login(Person.registered().username(), "incorrect horse");
        Answer unknown = login(Person.freshName(), "incorrect horse");

        wrong.expectProblem(401, "wrong-credentials");
        assertThat(unknown.body()).isEqualTo(wrong.body());
        assertThat(unknown.status()).isEqualTo(wrong.status());
        assertThat(login("\u0000 no name ' OR 1=1", "x").body()).isEqualTo(wrong.body());
        assertThat(login("", "").body()).isEqualTo(wrong.body());
    }

    @Test
    void makesADeviceWhereNoneIsNamed() {
        Person phone = Person.registered();
        Person laptop = phone.onAnotherDevice();

        assertThat(laptop.deviceId()).isNotEqualTo(phone.deviceId());
        phone.api().get("/users/me").expect(200);
        laptop.api().get("/users/me").expect(200);
    }

    @Test
    void endsTheFormerSessionOfTheSameDevice() {
        Person before = Person.registered();
        Person after = before.onDevice(before.deviceId());

        before.api().get("/users/me").expectProblem(401, "unauthenticated");
        Person.refresh(before.refreshToken()).expectProblem(401, "refresh-refused");
        after.api().get("/users/me").expect(200);
    }

    @Test
    void keepsADevicesNameUntilAnotherIsGiven() {
        Person ann = Person.registered();
        String device = UUID.randomUUID().toString();

        assertThat(loginOn(ann, Map.of("id", device, "name", "Laptop"))).isEqualTo("Laptop");
        assertThat(loginOn(ann, Map.of("id", device))).isEqualTo("Laptop");
        assertThat(loginOn(ann, Map.of("id", device, "name", "Old laptop"))).isEqualTo("Old laptop");
    }

    @Test
    void endsNoSessionOfAnotherUserWithTheSameDeviceId() {
        Person ann = Person.registered();
        Person.registered().onDevice(ann.deviceId());

        ann.api().get("/users/me").expect(200);
    }

    private Answer login(String name, String password) {
        return api.post("/auth/login", Map.of("username", name, "password", password));
    }

    private String loginOn(Person person, Map<String, String> device) {
        return api.post(
                        "/auth/login",
                        Map.<String, Object>of("username", person.username(), "password", PASSWORD, "device", device))
                .expect(200)
                .text("/device/name");
    }
}
