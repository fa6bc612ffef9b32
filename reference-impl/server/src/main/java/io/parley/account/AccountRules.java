package io.parley.account;

import io.parley.limits.Limits;
import io.parley.problem.Extension.Invalid;
import io.parley.problem.Problem;
import io.parley.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What users may call themselves and their devices (CONTRACT «Accounts»): the one list of these rules. */
final class AccountRules {

    private static final Pattern EMAIL = Pattern.compile("[^\\s\\p{Cntrl}@]+@[^\\s\\p{Cntrl}@]+");

    private final Limits.Account limits;
    private final Pattern username;

    AccountRules(Limits.Account limits) {
        this.limits = limits;
        // Upper case is folded, and only ASCII: other letters may fold into it.
        this.username =
                Pattern.compile("[A-Za-z0-9._-]{" + limits.usernameCharsMin() + "," + limits.usernameCharsMax() + "}");
    }

    /** @throws ProblemException {@code invalid-field} that names every field that is wrong */
    void check(Registration registration) {
        List<Invalid> invalid = new ArrayList<>();
        checkUsername(registration.username(), invalid);
        int codePoints = lengthOf(registration.password());
        if (codePoints < limits.passwordCodePointsMin() || codePoints > limits.passwordCodePointsMax()) {
            invalid.add(new Invalid(
                    "password",
                    limits.passwordCodePointsMin() + " to " + limits.passwordCodePointsMax() + " code points"));
        }
        if (registration.email() != null && !isEmail(registration.email())) {
            invalid.add(new Invalid("email", "an address with @, at most " + limits.emailCharsMax() + " characters"));
        }
        checkDeviceName(registration.deviceName(), invalid);
        refuse(invalid);
    }

    /** @throws ProblemException {@code invalid-field} */
    void checkDeviceName(@Nullable String name) {
        List<Invalid> invalid = new ArrayList<>();
        checkDeviceName(name, invalid);
        refuse(invalid);
    }

    /** @throws ProblemException {@code invalid-field} */
    void checkDisplayName(String name) {
        List<Invalid> invalid = new ArrayList<>();
        checkLine("displayName", name, limits.displayNameCharsMax(), invalid);
        refuse(invalid);
    }

    /** @throws ProblemException {@code invalid-field} */
    void checkUsername(String name) {
        List<Invalid> invalid = new ArrayList<>();
        checkUsername(name, invalid);
        refuse(invalid);
    }

    /** Whether somebody may be registered under this name, a username or an e-mail address. */
    boolean isLoginName(String name) {
        return username.matcher(name).matches() || isEmail(name);
    }

    /** Names are compared in this form. */
    static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private void checkUsername(String name, List<Invalid> invalid) {
        if (!username.matcher(name).matches()) {
            invalid.add(new Invalid(
                    "username",
                    limits.usernameCharsMin() + " to " + limits.usernameCharsMax() + " of a-z, 0-9, dot, _ and -"));
        }
    }

    private void checkDeviceName(@Nullable String name, List<Invalid> invalid) {
        if (name != null) {
            checkLine("device.name", name, limits.deviceNameCharsMax(), invalid);
        }
    }

    private boolean isEmail(String text) {
        return lengthOf(text) <= limits.emailCharsMax() && EMAIL.matcher(text).matches();
    }

    /** A line of text that a person can see: PostgreSQL, for one, keeps no NUL. */
    private static void checkLine(String field, String text, int charsMax, List<Invalid> invalid) {
        if (text.isBlank() || lengthOf(text) > charsMax || text.chars().anyMatch(Character::isISOControl)) {
            invalid.add(new Invalid(field, "1 to " + charsMax + " characters, not blank, no control characters"));
        }
    }

    private static int lengthOf(String text) {
        return text.codePointCount(0, text.length());
    }

    private static void refuse(List<Invalid> invalid) {
        if (!invalid.isEmpty()) {
            throw new ProblemException(Problem.invalidFields(invalid));
        }
    }
}
