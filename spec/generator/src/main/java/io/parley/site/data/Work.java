package io.parley.site.data;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A published work that pages cite with {@code cite:<id>[]}.
 *
 * @param kind heading of the list under which it stands
 * @param published where
 * @param link https, to the publisher or a lasting address
 * @param takes what Parley takes from it
 */
public record Work(
        String id, String kind, String authors, String title, int year, String published, String link, String takes) {

    private static final Pattern RFC = Pattern.compile("(RFC [0-9]+), .*");

    /** As a sentence cites it: the number of an RFC, else one or two names, or the first of more, and the year. */
    public String citation() {
        Matcher rfc = RFC.matcher(published);
        if (rfc.matches()) {
            return rfc.group(1);
        }
        List<String> names =
                List.of(authors.replaceAll("(?<![A-Za-z])[A-Z]\\. ", "").split(", ", -1));
        String named = names.size() > 2 ? names.get(0) + " and others" : String.join(" and ", names);
        return named + ", " + year;
    }
}
