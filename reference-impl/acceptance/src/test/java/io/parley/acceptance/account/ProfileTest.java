package io.parley.acceptance.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.acceptance.api.Answer;
import io.parley.acceptance.api.Person;
import io.parley.evidence.Verifies;
import io.parley.limits.Limits;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Verifies({"USR-3", "API-1"})
class ProfileTest {

    private final Person ann = Person.registered();

    @Test
    void showsOnesOwnProfile() {
        Answer me = ann.api().get("/users/me").expect(200);

        assertThat(me.text("/id")).isEqualTo(ann.id());
        assertThat(me.text("/username")).isEqualTo(ann.username());
        assertThat(me.json().size()).isEqualTo(3);
    }

    @Test
    void changesTheDisplayNameForEverybody() {
        assertThat(ann.api()
                        .patch("/users/me", Map.of("displayName", "Ann ☕"))
                        .expect(200)
                        .text("/displayName"))
                .isEqualTo("Ann ☕");
        assertThat(ann.api().get("/users/me").text("/displayName")).isEqualTo("Ann ☕");
        assertThat(found(ann.username()).text("/users/0/displayName")).isEqualTo("Ann ☕");
    }

    @Test
    void changesNothingThatIsAbsent() {
        Map<String, Object> absent = new HashMap<>();
        absent.put("displayName", null);

        assertThat(ann.api().patch("/users/me", Map.of()).expect(200).text("/displayName"))
                .isEqualTo(ann.username());
        assertThat(ann.api().patch("/users/me", absent).expect(200).text("/displayName"))
                .isEqualTo(ann.username());
    }

    @Test
    @Verifies("API-2")
    void takesADisplayNameWithinTheLimits() {
        String longest = "😀".repeat(Limits.packaged().account().displayNameCharsMax());
        ann.api().patch("/users/me", Map.of("displayName", longest)).expect(200);
        ann.api().patch("/users/me", Map.of("displayName", longest + "a")).expectInvalid("displayName");
        ann.api().patch("/users/me", Map.of("displayName", "")).expectInvalid("displayName");
        ann.api().patch("/users/me", Map.of("displayName", "a\u0000b")).expectInvalid("displayName");
        ann.api().patch("/users/me", "{\"displayName\":\"\\ud800\"}").expectInvalid("displayName");
    }

    @Test
    void findsAUserByTheExactNameInAnyCase() {
        Answer answer = found(ann.username().toUpperCase(Locale.ROOT));

        assertThat(answer.json().at("/users").size()).isEqualTo(1);
        assertThat(answer.text("/users/0/id")).isEqualTo(ann.id());
        assertThat(found(ann.username().substring(1)).json().at("/users").size())
                .isZero();
    }

    @Test
    @Verifies("API-2")
    void refusesASearchForWhatIsNoUsername() {
        ann.api().get("/users").expectInvalid("username");
        ann.api().get("/users?username=").expectInvalid("username");
        ann.api().get("/users?username=a%00b").expectInvalid("username");
    }

    private Answer found(String name) {
        return Person.registered().api().get("/users?username=" + name).expect(200);
    }
}
