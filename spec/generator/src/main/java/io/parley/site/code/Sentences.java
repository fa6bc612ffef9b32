package io.parley.site.code;

import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.TextTree;
import java.util.List;
import java.util.stream.Collectors;

/** Turns Javadoc into plain text: code and links become code spans, markup is dropped. */
final class Sentences {

    private Sentences() {}

    static String plain(List<? extends DocTree> parts) {
        return parts.stream()
                .map(Sentences::plain)
                .collect(Collectors.joining())
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String plain(DocTree part) {
        if (part instanceof TextTree text) {
            return text.getBody();
        }
        if (part instanceof LiteralTree literal) {
            return code(literal.getBody().getBody());
        }
        if (part instanceof LinkTree link) {
            String label = plain(link.getLabel());
            return label.isEmpty() ? code(link.getReference().getSignature().replace('#', '.')) : label;
        }
        return part instanceof EntityTree entity && entity.getName().contentEquals("ndash") ? "–" : "";
    }

    private static String code(String body) {
        return "`" + body + "`";
    }
}
