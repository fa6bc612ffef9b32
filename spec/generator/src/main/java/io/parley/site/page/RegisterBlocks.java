package io.parley.site.page;

import io.parley.site.data.Debt;
import io.parley.site.data.Findings;
import io.parley.site.data.Project;
import io.parley.site.data.Registers;
import io.parley.site.data.Risk;
import io.parley.site.data.Work;
import io.parley.site.text.Adoc;
import io.parley.site.text.UnitLint;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Risks, debts, terms and works as pages print them. Their texts may hold macros, so the unit rule holds for them too. */
final class RegisterBlocks {

    private final Registers registers;
    private final UnitLint lint;

    RegisterBlocks(Project project, Findings findings) {
        this.registers = project.registers();
        this.lint = new UnitLint(findings);
    }

    Map<String, Supplier<String>> byName() {
        return Map.of(
                "risks", this::risks,
                "debts", this::debts,
                "glossary", this::glossary,
                "references", this::references);
    }

    private String risks() {
        StringBuilder out = new StringBuilder();
        registers.risks().stream()
                .sorted(Comparator.comparing(Risk::level).reversed())
                .forEach(risk -> {
                    out.append("[#").append(risk.id()).append("]\n=== ").append(risk.id());
                    out.append(" ").append(risk.risk()).append("\n\n");
                    out.append("[.risk-level.").append(risk.impact()).append("]#");
                    out.append(risk.likelihood())
                            .append(", ")
                            .append(risk.impact())
                            .append("#\n\n");
                    out.append("[.scenario.data,cols=\"1,5\"]\n|===\n");
                    row(out, "Effect", risk.effect());
                    row(out, "Response", risk.response());
                    row(out, "Act when", risk.trigger());
                    row(out, "Owner", risk.owner());
                    row(out, "Touches", links(risk.requirements(), risk.decisions()));
                    tests(out, risk.tests());
                    out.append("|===\n\n");
                    lint.check("risks.yaml, " + risk.id(), String.join("\n", texts(risk)));
                });
        return out.toString().strip();
    }

    private static List<String> texts(Risk risk) {
        return List.of(risk.risk(), risk.effect(), risk.response(), risk.trigger());
    }

    private String debts() {
        StringBuilder out = new StringBuilder();
        for (Debt debt : registers.debts()) {
            out.append("[#").append(debt.id()).append("]\n=== ").append(debt.id());
            out.append(" ").append(debt.debt()).append("\n\n");
            out.append("[.scenario.data,cols=\"1,5\"]\n|===\n");
            row(out, "Why for now", debt.why());
            row(out, "Costs", debt.interest());
            row(out, "Paid off by", debt.paidBy());
            row(out, "Owner", debt.owner());
            row(out, "Touches", links(debt.requirements(), debt.decisions()));
            tests(out, debt.tests());
            out.append("|===\n\n");
            lint.check(
                    "debts.yaml, " + debt.id(),
                    String.join("\n", debt.debt(), debt.why(), debt.interest(), debt.paidBy()));
        }
        return out.toString().strip();
    }

    private static void row(StringBuilder out, String name, String markup) {
        out.append("|").append(name).append("\n|").append(markup).append("\n\n");
    }

    private static String links(List<String> requirements, List<String> decisions) {
        String asked = Markup.list(requirements, Markup::requirement);
        return decisions.isEmpty() ? asked : asked + "; " + Markup.list(decisions, Markup::decision);
    }

    private static void tests(StringBuilder out, List<String> tests) {
        if (!tests.isEmpty()) {
            row(out, "Would notice", Markup.list(tests, name -> "test:" + name + "[]"));
        }
    }

    private String glossary() {
        StringBuilder out = new StringBuilder();
        registers.terms().stream()
                .sorted(Comparator.comparing(term -> term.term().toLowerCase(Locale.ROOT)))
                .forEach(term -> {
                    out.append("[[").append(term.anchor()).append("]]").append(term.term());
                    out.append(":: ").append(term.meaning()).append("\n");
                    lint.check("glossary.yaml, " + term.term(), term.meaning());
                });
        return out.toString().strip();
    }

    private String references() {
        Map<String, List<Work>> byKind = registers.works().stream()
                .collect(Collectors.groupingBy(Work::kind, java.util.LinkedHashMap::new, Collectors.toList()));
        StringBuilder out = new StringBuilder();
        byKind.forEach((kind, works) -> {
            out.append("== ").append(kind).append("\n\n");
            out.append(Markup.table("works", "5,5", "Work", "What Parley takes from it"));
            works.stream().sorted(Comparator.comparing(Work::title)).forEach(work -> {
                out.append("|[[ref-").append(work.id()).append("]]link:").append(work.link());
                out.append("[").append(Adoc.text(work.title())).append("] +\n");
                out.append(Adoc.text(work.authors())).append(". ").append(Adoc.text(work.published()));
                out.append(", ").append(work.year()).append(".");
                out.append("\n|").append(work.takes()).append("\n\n");
                lint.check("references.yaml, " + work.id(), work.takes());
            });
            out.append("|===\n\n");
        });
        return out.toString().strip();
    }
}
