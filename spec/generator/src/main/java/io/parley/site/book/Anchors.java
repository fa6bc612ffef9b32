package io.parley.site.book;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of places in the book: what is unique on its page of the site becomes unique among all pages. */
final class Anchors {

    /** Long lists of figures that nobody reads on paper; they stand on the site. */
    private static final Set<String> NOT_IN_BOOK = Set.of("capacity-figures", "rules", "rest", "socket");

    private static final Pattern ADDRESS = Pattern.compile("(?:([a-z0-9-]+)\\.html)?(?:#(.*))?");

    private Anchors() {}

    /** Whether the page of an address, relative to another page, is a chapter. */
    static boolean inBook(String address) {
        Matcher matcher = ADDRESS.matcher(address);
        return matcher.matches() && (matcher.group(1) == null || !NOT_IN_BOOK.contains(matcher.group(1)));
    }

    /** The anchor of a page's beginning. */
    static String top(String page) {
        return page + ".top";
    }

    /** The anchor of a name on a page. */
    static String of(String page, String name) {
        return page + "." + name;
    }

    /**
     * The anchor of an address such as {@code limits.html#page.entries-max} or {@code #page.entries-max} on a page.
     *
     * @throws IllegalArgumentException when {@link #inBook} does not hold
     */
    static String at(String page, String address) {
        Matcher matcher = ADDRESS.matcher(address);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("address=" + address + ", expected a page or a place on it");
        }
        String target = matcher.group(1) == null ? page : matcher.group(1);
        String name = matcher.group(2);
        return name == null || name.isEmpty() ? top(target) : of(target, name);
    }
}
