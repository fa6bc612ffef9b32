package io.parley.site.text;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of places in the book: what is unique on its page of the site becomes unique among all pages. */
public final class Anchors {

    /** Long lists of figures that nobody reads on paper; they stand on the site. */
    private static final Set<String> NOT_IN_BOOK = Set.of("capacity-figures", "rules", "rest", "socket");

    private static final Pattern ADDRESS = Pattern.compile("([^#]*?)\\.(?:html|adoc)(?:#(.*))?");
    private static final Pattern OWN_ANCHOR = Pattern.compile("\\[\\[([^\\]\\[,]+)((?:,[^\\]]*)?)\\]\\]");
    private static final Pattern OWN_ID = Pattern.compile("(?m)^\\[#([^,\\]]+)");
    private static final Pattern CROSS_REFERENCE =
            Pattern.compile("xref:(?:([a-z0-9-]+)\\.adoc)?#?([^\\[\\s]*)\\[|<<#?([^>,]+)");

    private Anchors() {}

    /**
     * Prefix of the anchors of a page. It begins with a letter, as anchors must, and holds no sign that the
     * converter would read first: no double hyphen, and no colon, which ends the name of a macro.
     */
    public static String prefix(String page) {
        return "b-" + page + "-x-";
    }

    /** Whether the page of an address, or of a name, is a chapter of the book. */
    public static boolean inBook(String address) {
        return !NOT_IN_BOOK.contains(address.replaceFirst("\\..*", ""));
    }

    /** The anchor of a page's beginning. */
    public static String top(String page) {
        return prefix(page) + "top";
    }

    /** The anchor for an address such as {@code limits.html#page.entries-max}. */
    static String of(String address) {
        Matcher matcher = ADDRESS.matcher(address);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("address=" + address + ", expected a page");
        }
        String anchor = matcher.group(2);
        return anchor == null || anchor.isEmpty() ? top(matcher.group(1)) : prefix(matcher.group(1)) + anchor;
    }

    /** The source of a page with every anchor and cross reference renamed, and its headings' ids prefixed. */
    public static String rename(String page, String source) {
        String own = OWN_ANCHOR.matcher(source).replaceAll("[[" + prefix(page) + "$1$2]]");
        own = OWN_ID.matcher(own).replaceAll("[#" + prefix(page) + "$1");
        for (String absent : NOT_IN_BOOK) {
            own = own.replaceAll("xref:" + absent + "\\.adoc[^\\[\\s]*\\[([^\\]]*)\\]", "$1");
        }
        Matcher matcher = CROSS_REFERENCE.matcher(own);
        StringBuilder out = new StringBuilder();
        while (matcher.find()) {
            String target = matcher.group(3) != null
                    ? "<<" + prefix(page) + matcher.group(3)
                    : "xref:#" + anchor(matcher.group(1) == null ? page : matcher.group(1), matcher.group(2)) + "[";
            matcher.appendReplacement(out, Matcher.quoteReplacement(target));
        }
        return matcher.appendTail(out).toString();
    }

    private static String anchor(String page, String anchor) {
        return anchor.isEmpty() ? top(page) : prefix(page) + anchor;
    }
}
