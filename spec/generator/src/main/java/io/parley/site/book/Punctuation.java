package io.parley.site.book;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * Takes punctuation into the element that it stands beside. The renderer breaks lines between elements, also where a comma would
 * begin the next line or a bracket end this one.
 */
final class Punctuation {

    private static final String IN_LINE = "a, em, strong, span";
    private static final Pattern CLOSING = Pattern.compile("[,.;:)]+");

    private Punctuation() {}

    static void join(Element text) {
        text.select(IN_LINE).forEach(Punctuation::take);
    }

    private static void take(Element element) {
        if (element.nextSibling() instanceof TextNode after) {
            Matcher closing = CLOSING.matcher(after.getWholeText());
            if (closing.lookingAt()) {
                element.appendText(closing.group());
                after.text(after.getWholeText().substring(closing.end()));
            }
        }
        if (element.previousSibling() instanceof TextNode before
                && before.getWholeText().endsWith("(")) {
            element.prependText("(");
            before.text(before.getWholeText().substring(0, before.getWholeText().length() - 1));
        }
    }
}
