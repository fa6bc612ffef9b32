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
                append(closing.group(), element);
                after.text(after.getWholeText().substring(closing.end()));
            }
        }
        if (element.previousSibling() instanceof TextNode before
                && before.getWholeText().endsWith("(")) {
            prepend("(", element);
            before.text(before.getWholeText().substring(0, before.getWholeText().length() - 1));
        }
    }

    /** Within the text that is there: the renderer breaks lines between two texts as well. */
    private static void append(String signs, Element element) {
        if (element.lastChild() instanceof TextNode last) {
            last.text(last.getWholeText() + signs);
        } else if (element.lastChild() instanceof Element last) {
            append(signs, last);
        } else {
            element.appendText(signs);
        }
    }

    private static void prepend(String signs, Element element) {
        if (element.firstChild() instanceof TextNode first) {
            first.text(signs + first.getWholeText());
        } else if (element.firstChild() instanceof Element first) {
            prepend(signs, first);
        } else {
            element.prependText(signs);
        }
    }
}
