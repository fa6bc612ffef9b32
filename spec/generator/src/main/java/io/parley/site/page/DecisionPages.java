package io.parley.site.page;

import io.parley.site.data.Decision;
import io.parley.site.data.Project;
import io.parley.site.text.Adoc;
import java.util.List;
import java.util.stream.Collectors;

/** A decision record as a page: its text, below a table of what its header says. */
final class DecisionPages {

    private final Project project;

    DecisionPages(Project project) {
        this.project = project;
    }

    String source(Decision decision) {
        int header = decision.source().indexOf("\n\n");
        StringBuilder out = new StringBuilder("= ").append(decision.title()).append("\n\n[.lead]\n");
        out.append(Adoc.text(decision.summary())).append("\n\n[.facts.data,cols=\"1,4\"]\n|===\n");
        out.append("|Record\n|").append(decision.number());
        out.append("\n\n|Status\n|").append(decision.standing()).append(", ").append(decision.date());
        out.append("\n\n|Asked for by\n|").append(Markup.list(decision.requirements(), Markup::requirement));
        out.append("\n\n|Elements\n|").append(Markup.list(decision.elements(), Markup::element));
        relation(out, "Supersedes", decision.supersedes());
        relation(out, "Superseded by", decision.supersededBy());
        relation(out, "Read with", decision.relates());
        out.append("\n\n|===\n\n").append(decision.source().substring(header).strip());
        return out.append("\n").toString();
    }

    /** Numbers with titles, one a line. */
    private void relation(StringBuilder out, String name, List<String> numbers) {
        if (!numbers.isEmpty()) {
            out.append("\n\n|").append(name).append("\n|");
            out.append(project.decisions().stream()
                    .filter(other -> numbers.contains(other.number()))
                    .map(other -> Markup.decision(other.number()) + " " + Adoc.text(other.title()))
                    .collect(Collectors.joining(" +\n")));
        }
    }
}
