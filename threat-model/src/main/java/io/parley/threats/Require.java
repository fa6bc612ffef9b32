package io.parley.threats;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks of values that data files bring: what a file leaves out arrives as null. */
final class Require {

    private static final Pattern ID = Pattern.compile("[a-z][a-z-]*");

    private Require() {}

    /** @throws IllegalArgumentException unless the id is lower-case letters and hyphens */
    static void id(String what, @Nullable String id) {
        if (id == null || !ID.matcher(id).matches()) {
            throw new IllegalArgumentException(what + "=" + id + ", expected lower-case letters and hyphens");
        }
    }

    /** @throws IllegalArgumentException if the text is missing or blank */
    static String text(String what, String member, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException(member + " of " + what + " is missing, expected a text");
        }
        return text;
    }
}
