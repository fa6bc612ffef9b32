package io.parley.formal;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the model checker is told: the bounds, and what has to hold.
 *
 * @param name of the file without its ending
 * @param text in the checker's syntax
 */
record Configuration(String name, String text) {

    private static final Pattern CHECKED = Pattern.compile("(?m)^(INVARIANTS|PROPERTIES) .*\\R");

    /** One of the project's own. */
    static Configuration named(String name) {
        return new Configuration(name, Model.resource(name + ".cfg"));
    }

    /** Another bound for a constant that has one. */
    Configuration with(String constant, String value) {
        Matcher line = Pattern.compile("(?m)^( +" + constant + " =) .*$").matcher(text);
        if (!line.find()) {
            throw new IllegalArgumentException("constant=" + constant + ", expected in " + name);
        }
        return new Configuration(name, line.replaceFirst(Matcher.quoteReplacement(line.group(1) + " " + value)));
    }

    /** Checks this invariant alone. */
    Configuration checkingInvariant(String invariant) {
        return checking("INVARIANTS " + invariant);
    }

    /** Checks this property, about steps or whole behaviours, alone. */
    Configuration checkingProperty(String property) {
        return checking("PROPERTIES " + property);
    }

    private Configuration checking(String line) {
        return new Configuration(name, CHECKED.matcher(text).replaceAll("") + line + "\n");
    }

    /** Names of all that is checked, invariants first. */
    List<String> checked() {
        return CHECKED.matcher(text)
                .results()
                .flatMap(line ->
                        Pattern.compile(" ").splitAsStream(line.group().strip()).skip(1))
                .toList();
    }
}
