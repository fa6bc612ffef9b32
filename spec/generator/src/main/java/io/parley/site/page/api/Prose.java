package io.parley.site.page.api;

import io.parley.site.text.Adoc;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Descriptions out of the documents: paragraphs of plain text with code spans. */
final class Prose {

    private Prose() {}

    /** One paragraph. */
    static String text(String description) {
        return Adoc.text(description.replaceAll("\\s+", " ").strip());
    }

    /** Its paragraphs, each followed by a blank line. */
    static String paragraphs(String description) {
        return Arrays.stream(description.strip().split("\n\\s*\n", -1))
                .filter(paragraph -> !paragraph.isBlank())
                .map(paragraph -> text(paragraph) + "\n\n")
                .collect(Collectors.joining());
    }
}
