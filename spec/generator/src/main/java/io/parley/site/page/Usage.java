package io.parley.site.page;

import io.parley.site.data.Findings;
import io.parley.site.data.Registers;
import java.util.List;
import java.util.regex.Pattern;

/** A work that no page cites and a term that no page uses do not belong into their lists. */
final class Usage {

    private static final String GLOSSARY = "12-glossary";

    private final List<Page> pages;

    Usage(List<Page> pages) {
        this.pages =
                pages.stream().filter(page -> !page.name().equals(GLOSSARY)).toList();
    }

    void check(Registers registers, Findings findings) {
        registers.works().stream()
                .filter(work -> !occurs(Pattern.compile(Pattern.quote("cite:" + work.id() + "["))))
                .forEach(work -> findings.add("references.yaml", "no page cites " + work.id()));
        registers.terms().stream()
                .filter(term -> !occurs(Pattern.compile(
                        "\\b" + Pattern.quote(term.term()).replace(" ", "\\E[\\s-]+\\Q"), Pattern.CASE_INSENSITIVE)))
                .forEach(term -> findings.add("glossary.yaml", "no page uses the term " + term.term()));
    }

    private boolean occurs(Pattern pattern) {
        return pages.stream().anyMatch(page -> pattern.matcher(page.source()).find());
    }
}
