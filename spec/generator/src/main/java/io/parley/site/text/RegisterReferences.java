package io.parley.site.text;

import io.parley.site.data.Debt;
import io.parley.site.data.Registers;
import io.parley.site.data.Risk;
import io.parley.site.data.Term;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Where the ids of works, risks, debts and terms lead. */
final class RegisterReferences {

    private final Registers registers;
    private final Consumer<String> findings;

    RegisterReferences(Registers registers, Consumer<String> findings) {
        this.registers = registers;
        this.findings = findings;
    }

    /** {@code cite:lamport-1998[]}: a published work. */
    Reference work(String id) {
        return find(registers.works(), work -> work.id().equals(id))
                .map(work -> new Reference(
                        "references.html#ref-" + id,
                        work.citation(),
                        MacroContext.attribute(work.title() + ". " + work.published()),
                        "work"))
                .orElseGet(() -> unknown("reference", id));
    }

    /** {@code risk:R-1[]} or {@code risk:D-1[]}: a risk or a debt. */
    Reference risk(String id) {
        Optional<String> title = find(
                        registers.risks(), (Risk risk) -> risk.id().equals(id))
                .map(Risk::risk)
                .or(() -> find(registers.debts(), (Debt debt) -> debt.id().equals(id))
                        .map(Debt::debt));
        return title.map(text -> new Reference("11-risks.html#" + id, id, MacroContext.attribute(text), "risk"))
                .orElseGet(() -> unknown("risk", id));
    }

    /** {@code term:group-commit[]}: an entry of the glossary. */
    Reference term(String name) {
        return find(registers.terms(), (Term term) -> term.anchor().equals("term-" + name))
                .map(term -> new Reference("12-glossary.html#" + term.anchor(), term.term(), "", "term"))
                .orElseGet(() -> unknown("term", name));
    }

    private Reference unknown(String what, String id) {
        findings.accept("the " + what + " " + id + " does not exist");
        return new Reference("index.html", "unknown", "", "unknown");
    }

    private static <T> Optional<T> find(Iterable<T> all, Predicate<T> test) {
        for (T each : all) {
            if (test.test(each)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
