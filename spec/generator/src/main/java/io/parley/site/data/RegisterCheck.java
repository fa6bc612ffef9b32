package io.parley.site.data;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Holds the registers against the catalogue, the records, the tests, the model and the migrations. */
public final class RegisterCheck {

    /** The roles that risks and debts are assigned to; the page of risks says what they are. */
    private static final Set<String> OWNERS =
            Set.of("architecture", "server", "web client", "operations", "documents", "security");

    private final Project project;
    private final References references;

    public RegisterCheck(Project project) {
        this.project = project;
        this.references = new References(project);
    }

    /** Adds a finding for whatever does not hold. */
    public void check(Findings findings) {
        Registers registers = project.registers();
        risks(registers.risks(), findings);
        debts(registers.debts(), findings);
        tables(registers, findings);
        works(registers.works(), findings);
        unique("glossary.yaml", registers.terms().stream().map(Term::anchor).toList(), findings);
    }

    private void risks(List<Risk> risks, Findings findings) {
        unique("risks.yaml", risks.stream().map(Risk::id).toList(), findings);
        for (Risk risk : risks) {
            String place = "risks.yaml, " + risk.id();
            ids(place, risk.id(), "R", risk.owner(), findings);
            text(place, List.of(risk.risk(), risk.effect(), risk.response(), risk.trigger()), findings);
            if (risk.level() == 0) {
                findings.add(
                        place,
                        "likelihood=" + risk.likelihood() + " and impact=" + risk.impact() + ", expected words of "
                                + Risk.LIKELIHOODS + " and " + Risk.IMPACTS);
            }
            links(place, risk.requirements(), risk.decisions(), risk.tests(), findings);
        }
    }

    private void debts(List<Debt> debts, Findings findings) {
        unique("debts.yaml", debts.stream().map(Debt::id).toList(), findings);
        for (Debt debt : debts) {
            String place = "debts.yaml, " + debt.id();
            ids(place, debt.id(), "D", debt.owner(), findings);
            text(place, List.of(debt.debt(), debt.why(), debt.interest(), debt.paidBy()), findings);
            links(place, debt.requirements(), debt.decisions(), debt.tests(), findings);
        }
    }

    private static void ids(String place, String id, String letter, String owner, Findings findings) {
        if (!id.matches(letter + "-[1-9][0-9]*")) {
            findings.add(place, "id=" + id + ", expected " + letter + "-1 and up");
        }
        if (!OWNERS.contains(owner)) {
            findings.add(place, "owner=" + owner + ", expected one of " + new TreeSet<>(OWNERS));
        }
    }

    private static void text(String place, List<String> texts, Findings findings) {
        if (texts.stream().anyMatch(text -> text == null || text.isBlank())) {
            findings.add(place, "a part is empty");
        }
    }

    /** Each entry names what it threatens or serves, and nothing that does not exist. */
    private void links(
            String place, List<String> requirements, List<String> decisions, List<String> tests, Findings findings) {
        if (requirements.isEmpty()) {
            findings.add(place, "names no requirement");
        }
        unknown(place, "the id", requirements, id -> references.entry(id).isPresent(), findings);
        unknown(place, "the decision", decisions, id -> references.decision(id).isPresent(), findings);
        unknown(place, "the test", tests, name -> project.modules().tests().contains(name), findings);
    }

    private void works(List<Work> works, Findings findings) {
        unique("references.yaml", works.stream().map(Work::id).toList(), findings);
        for (Work work : works) {
            if (!work.link().startsWith("https://")) {
                findings.add("references.yaml, " + work.id(), "link=" + work.link() + ", expected https");
            }
        }
    }

    private void tables(Registers registers, Findings findings) {
        Set<String> made = new TreeSet<>();
        registers.cassandra().forEach(table -> made.add(table.name()));
        registers.postgres().forEach(table -> made.add(table.name()));
        Set<String> modelled = new TreeSet<>(made);
        project.model().relationships().forEach(edge -> modelled.addAll(edge.list("tables")));
        Set<String> noted = new HashSet<>();
        for (TableNote note : registers.notes()) {
            String place = "tables.yaml, " + note.table();
            noted.add(note.table());
            if (!modelled.contains(note.table())) {
                findings.add(place, "neither the model nor a migration holds this table");
            }
            unknown(place, "the element", List.of(note.store(), note.owner()), this::isElement, findings);
            registers.table(note.table()).ifPresent(table -> {
                Set<String> columns = new TreeSet<>();
                table.columns().forEach(column -> columns.add(column.name()));
                difference(
                        place,
                        "does not explain the column",
                        columns,
                        note.columns().keySet(),
                        findings);
                difference(place, "explains the unknown column", note.columns().keySet(), columns, findings);
            });
        }
        difference("tables.yaml", "does not explain the table", modelled, noted, findings);
    }

    private boolean isElement(String id) {
        return project.model().find(id).isPresent();
    }

    private static void unique(String place, List<String> ids, Findings findings) {
        Set<String> seen = new HashSet<>();
        ids.stream().filter(id -> !seen.add(id)).forEach(id -> findings.add(place, id + " stands twice"));
    }

    private static void difference(
            String place, String what, Collection<String> all, Collection<String> known, Findings findings) {
        all.stream().filter(each -> !known.contains(each)).forEach(each -> findings.add(place, what + " " + each));
    }

    private static void unknown(
            String place, String what, List<String> ids, Predicate<String> exists, Findings findings) {
        ids.stream()
                .filter(id -> !exists.test(id))
                .forEach(id -> findings.add(place, what + " " + id + " does not exist"));
    }
}
