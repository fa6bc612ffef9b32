package io.parley.site.page;

import io.parley.evidence.CatalogueEntry;
import io.parley.evidence.Evidence;
import io.parley.evidence.Traceability;
import io.parley.site.data.Project;
import io.parley.site.text.Adoc;

/** The matrix: requirement, element, decision, test, result; a script filters its rows. */
final class TracePage {

    private static final int LISTED_MAX = 12;

    private final Project project;
    private final Traceability traceability;
    private final Evidence evidence;

    TracePage(Project project, Traceability traceability, Evidence evidence) {
        this.project = project;
        this.traceability = traceability;
        this.evidence = evidence;
    }

    String source() {
        StringBuilder out = new StringBuilder("""
                = Traceability

                [.lead]
                From what is asked for to the test that shows it: requirement, element, decision, test, result.

                """);
        if (evidence.modules().isEmpty()) {
            out.append("[.notice]\nNo test was run in this build. Nothing below is claimed to hold.\n\n");
        }
        out.append("++++\n<div class=\"filter\" data-filter=\"matrix\"></div>\n++++\n\n");
        out.append(Markup.table(
                "matrix", "4,2,2,2,3,2", "Requirement", "Profiles", "Elements", "Decisions", "Tests", "Result"));
        project.catalogue().entries().forEach(entry -> row(out, entry));
        return out.append("|===\n").toString();
    }

    /** Most records answer the requirement that there be records; a list of them would be as long as the page. */
    private String decisions(CatalogueEntry entry) {
        int count = entry.decisions().size();
        return count <= LISTED_MAX
                ? Markup.list(entry.decisions(), Markup::decision)
                : "xref:09-decisions.adoc[" + count + " records]";
    }

    private void row(StringBuilder out, CatalogueEntry entry) {
        out.append("|[[trace-").append(entry.id()).append("]]").append(Markup.requirement(entry.id()));
        out.append(" ").append(Adoc.text(entry.title() == null ? entry.text() : entry.title()));
        out.append("\n|")
                .append(Markup.profiles(entry, project.catalogue().profiles().size()));
        out.append("\n|").append(Markup.list(entry.elements(), Markup::element));
        out.append("\n|").append(decisions(entry));
        out.append("\n|evidence:").append(entry.id()).append("[]");
        out.append("\n|standing:").append(entry.id()).append("[]");
        traceability.gap(entry.id()).ifPresent(gap -> {
            String missing = gap.missing();
            out.append(" ").append(Adoc.text(missing == null ? gap.reason() : "Missing: " + missing + "."));
        });
        out.append("\n\n");
    }
}
