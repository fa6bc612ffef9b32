package io.parley.site.page;

import io.parley.evidence.Evidence;
import io.parley.evidence.RecordedResult;
import io.parley.evidence.RuleProof;
import io.parley.evidence.Traceability;
import io.parley.model.ElementKind;
import io.parley.site.data.Decision;
import io.parley.site.data.Numbers;
import io.parley.site.data.Project;
import io.parley.site.text.Adoc;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reference pages that print one data file each. */
final class DataPages {

    private static final Set<ElementKind> ON_OWN_PAGE = EnumSet.of(ElementKind.COMPONENT);

    private final Project project;
    private final Traceability traceability;
    private final Evidence evidence;

    DataPages(Project project, Traceability traceability, Evidence evidence) {
        this.project = project;
        this.traceability = traceability;
        this.evidence = evidence;
    }

    String gaps() {
        StringBuilder out = new StringBuilder("""
                = Known gaps

                [.lead]
                What is asked for and no passing test shows yet, why, and what closes it.

                The build fails on an entry of the catalogue that has neither a passing test nor a line here, and on a line
                here whose entry has a passing test, unless it says what is missing.

                """);
        out.append(Markup.table("gaps", "1,5,3,2", "Id", "Why", "Missing", "Closed by"));
        traceability.gaps().forEach(gap -> {
            String missing = gap.missing();
            out.append("|").append(Markup.requirement(gap.id()));
            out.append("\n|").append(Adoc.text(gap.reason()));
            out.append("\n|").append(missing == null ? "all of it" : Adoc.text(missing));
            out.append("\n|").append(Adoc.text(gap.closes())).append("\n\n");
        });
        return out.append("|===\n").toString();
    }

    String limits() {
        StringBuilder out = new StringBuilder("""
                = Limits

                [.lead]
                Every bound of the public contract. Code, tests and pages read them from one data file.

                """);
        out.append(Markup.table("limits", "4,2,5,1", "Limit", "Value", "What it bounds", "For"));
        project.limits().forEach(limit -> {
            out.append("|[[").append(limit.id()).append("]]").append(Adoc.code(limit.id()));
            out.append("\n|").append(limit.text());
            out.append("\n|").append(Adoc.text(limit.bounds()));
            out.append("\n|").append(Markup.requirement(limit.requirement())).append("\n\n");
        });
        return out.append("|===\n").toString();
    }

    String errors() {
        StringBuilder out = new StringBuilder("""
                = Errors

                [.lead]
                Every problem that the interface answers or is about to, as `application/problem+json` (RFC 9457).

                The `type` of a problem is ``urn:parley:problem:`` followed by its id. Its members beyond those of the RFC
                stand in the last column. What an error means to a client stands in
                xref:08-concepts.adoc#errors[the concepts].

                """);
        out.append(Markup.table("problems", "3,1,5,3", "Id", "Status", "Title", "Extra members"));
        project.problems().forEach(problem -> {
            out.append("|[[").append(problem.id()).append("]]").append(Adoc.code(problem.id()));
            out.append("\n|").append(problem.status());
            out.append("\n|").append(Adoc.text(problem.title()));
            if (problem.future() != null) {
                out.append("; nothing answers it before ").append(Markup.requirement(problem.future()));
            }
            out.append("\n|")
                    .append(Markup.list(problem.extensions(), Adoc::code))
                    .append("\n\n");
        });
        return out.append("|===\n").toString();
    }

    String elements() {
        StringBuilder out = new StringBuilder("""
                = Elements

                [.lead]
                Every element of the model, and what is planned. An id means the same in model, code, tests and pages.

                == In the model

                """);
        out.append(Markup.table("elements", "3,2,6,2", "Element", "Kind", "Purpose", "Decisions"));
        project.model().elements().forEach(element -> {
            String anchor = ON_OWN_PAGE.contains(element.kind()) ? "" : "[[" + element.id() + "]]";
            String name = anchor.isEmpty() ? Markup.element(element.id()) : Adoc.text(element.name());
            out.append("|").append(anchor).append(name).append(" +\n").append(Adoc.code(element.id()));
            out.append("\n|").append(element.kind().label());
            out.append("\n|").append(Adoc.text(element.description()));
            out.append("\n|").append(decisions(element.id())).append("\n\n");
        });
        out.append("|===\n\n== Planned\n\nNone of these exists yet; none stands in a diagram.\n\n");
        out.append(Markup.table("elements", "3,2,5,2", "Element", "Kind", "Purpose", "Asked for by"));
        project.planned().forEach(element -> {
            out.append("|[[").append(element.id()).append("]]").append(Adoc.text(element.name()));
            out.append(" +\n").append(Adoc.code(element.id()));
            out.append("\n|").append(Adoc.text(element.kind()));
            out.append("\n|").append(Adoc.text(element.purpose()));
            out.append("\n|")
                    .append(Markup.list(element.requirements(), Markup::requirement))
                    .append("\n\n");
        });
        return out.append("|===\n").toString();
    }

    /** Records that name the element. */
    private String decisions(String element) {
        return Markup.list(
                project.decisions().stream()
                        .filter(decision -> decision.elements().contains(element))
                        .map(Decision::number)
                        .toList(),
                number -> "adr:" + number + "[" + number + "]");
    }

    String results() {
        StringBuilder out = new StringBuilder("""
                = Results

                [.lead]
                Every measured number that a page refers to, with its day, commit, machine and source.

                An age counts commits and days up to the commit that this site was built from.

                """);
        out.append(Markup.table("results", "4,2,5", "Result", "Value", "Measured"));
        String previous = "";
        for (RecordedResult result : project.results()) {
            // Only the first of several measurements can carry the anchor; pages refer to the latest by value.
            String anchor = result.id().equals(previous) ? "" : "[[" + result.id() + "]]";
            previous = result.id();
            String note = result.note();
            out.append("|").append(anchor).append(note == null ? "" : Adoc.text(note) + " +\n");
            out.append(Adoc.code(result.id()));
            out.append("\n|").append(Numbers.grouped(result.value())).append(Numbers.NARROW_SPACE);
            out.append(Adoc.text(result.unit()));
            String commit = result.commit();
            out.append("\n|").append(result.date()).append(", ");
            out.append(
                    commit == null
                            ? "before the project"
                            : "commit " + Adoc.code(commit.substring(0, 12)) + ", "
                                    + project.history().age(commit));
            out.append(". ").append(Adoc.text(result.source())).append(". ");
            out.append(Adoc.text(result.machine())).append(".\n\n");
        }
        return out.append("|===\n").toString();
    }

    String rules() {
        Map<String, List<RuleProof>> byRule = evidence.proofs().stream()
                .collect(Collectors.groupingBy(RuleProof::rule, TreeMap::new, Collectors.toList()));
        long caught = evidence.proofs().stream().filter(RuleProof::caught).count();
        StringBuilder out = new StringBuilder("""
                = Rules of the build

                [.lead]
                Each rule that the build holds is proven able to fail: a violation is planted, and the rule must find it.

                """);
        if (byRule.isEmpty()) {
            return out.append("[.notice]\nNot run in this build.\n").toString();
        }
        out.append("*").append(caught).append(" of ").append(evidence.proofs().size());
        out.append("* planted violations were caught in this build.\n\n");
        out.append(Markup.table("rules", "3,6,2", "Rule", "Planted", "Caught"));
        byRule.forEach((rule, proofs) -> {
            long found = proofs.stream().filter(RuleProof::caught).count();
            out.append("|").append(Adoc.text(rule)).append("\n|");
            out.append("[.planted]##")
                    .append(proofs.stream()
                            .map(proof -> Adoc.text(proof.seed()))
                            .collect(Collectors.joining(" · ")))
                    .append("##");
            out.append("\n|[.standing.")
                    .append(found == proofs.size() ? "holds" : "failing")
                    .append("]#");
            out.append(found).append(" of ").append(proofs.size()).append("#\n\n");
        });
        return out.append("|===\n").toString();
    }
}
