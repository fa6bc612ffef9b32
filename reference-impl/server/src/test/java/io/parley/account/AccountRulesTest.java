package io.parley.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.parley.evidence.Verifies;
import io.parley.limits.Limits;
import io.parley.problem.Extension;
import io.parley.problem.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Verifies({"USR-1", "API-2"})
class AccountRulesTest {

    private static final Limits.Account LIMITS = Limits.packaged().account();

    private final AccountRules rules = new AccountRules(LIMITS);

    @ParameterizedTest
    @ValueSource(strings = {"abc", "a-b", "_._", "0.9", "ANN", "abcdefghijklmnopqrstuvwxyz012345"})
    void takesUsernamesWithinTheLimits(String name) {
        assertThatCode(() -> rules.checkUsername(name)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ab",
                "abcdefghijklmnopqrstuvwxyz0123456",
                "a b",
                "änn",
                "ann@x",
                "ann\n",
                "ann\u0000",
                "\u212aelvin"
            })
    void refusesOtherUsernames(String name) {
        assertThat(refused(() -> rules.checkUsername(name))).containsExactly("username");
    }

    @Test
    void countsAPasswordInCodePoints() {
        int min = LIMITS.passwordCodePointsMin();
        int max = LIMITS.passwordCodePointsMax();
        assertThat(refusedWithPassword("a".repeat(min - 1))).containsExactly("password");
        assertThat(refusedWithPassword("a".repeat(min))).isEmpty();
        assertThat(refusedWithPassword("😀".repeat(min - 1))).containsExactly("password");
        assertThat(refusedWithPassword("😀".repeat(min))).isEmpty();
        assertThat(refusedWithPassword("😀".repeat(max))).isEmpty();
        assertThat(refusedWithPassword("😀".repeat(max) + "a")).containsExactly("password");
    }

    @Test
    void takesAnEmailAddressUpToItsLimit() {
        assertThat(refusedWithEmail(null)).isEmpty();
        assertThat(refusedWithEmail("a@b")).isEmpty();
        String longest = "a".repeat(LIMITS.emailCharsMax() - 2) + "@b";
        assertThat(refusedWithEmail(longest)).isEmpty();
        assertThat(refusedWithEmail("a" + longest)).containsExactly("email");
        assertThat(List.of("", "a", "@", "a@", "@b", "a@b@c", "a b@c", "a@b\u0000", "a@b\n"))
                .allSatisfy(email -> assertThat(refusedWithEmail(email)).containsExactly("email"));
    }

    @Test
    void takesADisplayNameUpToItsLimit() {
        assertThat(refused(() -> rules.checkDisplayName("x"))).isEmpty();
        assertThat(refused(() -> rules.checkDisplayName("😀".repeat(LIMITS.displayNameCharsMax()))))
                .isEmpty();
        assertThat(refused(() -> rules.checkDisplayName("😀".repeat(LIMITS.displayNameCharsMax() + 1))))
                .containsExactly("displayName");
        assertThat(List.of("", " ", "\u2003", "a\u0000b", "a\nb"))
                .allSatisfy(name ->
                        assertThat(refused(() -> rules.checkDisplayName(name))).containsExactly("displayName"));
    }

    @Test
    void takesADeviceNameUpToItsLimit() {
        assertThat(refused(() -> rules.checkDeviceName(null))).isEmpty();
        assertThat(refused(() -> rules.checkDeviceName("x".repeat(LIMITS.deviceNameCharsMax()))))
                .isEmpty();
        assertThat(refused(() -> rules.checkDeviceName("x".repeat(LIMITS.deviceNameCharsMax() + 1))))
                .containsExactly("device.name");
        assertThat(refused(() -> rules.checkDeviceName(" "))).containsExactly("device.name");
    }

    @Test
    void namesEveryFieldThatIsWrong() {
        assertThat(refused(() -> rules.check(new Registration("a", "b", "c", null, ""))))
                .containsExactly("username", "password", "email", "device.name");
    }

    @Test
    void looksUpOnlyNamesThatSomebodyMayHave() {
        assertThat(rules.isLoginName("Ann")).isTrue();
        assertThat(rules.isLoginName("Ann@example.org")).isTrue();
        assertThat(rules.isLoginName("ann\u0000")).isFalse();
        assertThat(rules.isLoginName("")).isFalse();
    }

    private List<String> refusedWithPassword(String password) {
        return refused(() -> rules.check(new Registration("ann", password, null, null, null)));
    }

    private List<String> refusedWithEmail(@Nullable String email) {
        return refused(() -> rules.check(new Registration("ann", "12345678", email, null, null)));
    }

    private static List<String> refused(Runnable check) {
        try {
            check.run();
            return List.of();
        } catch (ProblemException e) {
            assertThat(e.problem().extension()).isInstanceOf(Extension.Errors.class);
            Extension.Errors errors = (Extension.Errors) e.problem().extension();
            return errors == null
                    ? List.of()
                    : errors.errors().stream().map(Extension.Invalid::name).toList();
        }
    }
}
