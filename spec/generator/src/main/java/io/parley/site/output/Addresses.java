package io.parley.site.output;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Addresses of hosts in what a browser acts on. A script, a style sheet, data or a drawing has no use for any: whatever they
 * name, they might load, so the text as a whole is searched, whether or not it is a string. Names of XML vocabularies look like
 * addresses and are none. What is put together at run time from harmless parts is not found; the server's policy stops that.
 */
final class Addresses {

    private static final String VOCABULARY = "http://www\\.w3\\.org/(?:2000/svg|1999/xlink|1999/xhtml)(?![\\w/.-])";

    /** A scheme alone counts: what follows may be joined to it later. */
    private static final String SCHEME = "(?<![\\w-])(?:https?|wss?|ftp):";

    private static final String HOST = "//[\\w\\[]";
    private static final String REST = "[^\\s\"'`<>()\\\\]*";

    private static final Pattern IN_TEXT =
            Pattern.compile("(?i)(?!" + VOCABULARY + ")(?:" + SCHEME + "|(?<=[\"'`(])\\s*" + HOST + ")" + REST);
    private static final Pattern IN_ATTRIBUTE =
            Pattern.compile("(?i)(?!" + VOCABULARY + ")(?:" + SCHEME + "|(?<![^\\s,;=\"'(])" + HOST + ")" + REST);

    /** The authors' names at the head of a library; a comment loads nothing. */
    private static final Pattern CREDITS = Pattern.compile("\\A\\s*/\\*.*?\\*/", Pattern.DOTALL);

    private Addresses() {}

    /** Those in the text of a script, a style sheet, data or a drawing. */
    static List<String> ofText(String text) {
        return IN_TEXT.matcher(CREDITS.matcher(text).replaceFirst(""))
                .results()
                .map(MatchResult::group)
                .map(String::strip)
                .toList();
    }

    /** Those in the value of an attribute. */
    static List<String> ofAttribute(String value) {
        return IN_ATTRIBUTE.matcher(value).results().map(MatchResult::group).toList();
    }
}
