package io.parley.site.page;

import io.parley.site.data.Decision;
import io.parley.site.data.Project;
import io.parley.site.text.Adoc;

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
        out.append("\n\n|Status\n|").append(decision.status()).append(", ").append(decision.date());
        out.append("\n\n|Asked for by\n|").append(Markup.list(decision.requirements(), Markup::requirement));
        out.append("\n\n|Elements\n|").append(Markup.list(decision.elements(), Markup::element));
        if (!decision.supersedes().isEmpty()) {
            out.append("\n\n|Supersedes\n|").append(Markup.list(decision.supersedes(), Markup::decision));
        }
        String by = project.decisions().stream()
                .filter(later -> later.supersedes().contains(decision.number()))
                .map(Decision::number)
                .findFirst()
                .orElse("");
        if (!by.isEmpty()) {
            out.append("\n\n|Superseded by\n|").append(Markup.decision(by));
        }
        out.append("\n\n|===\n\n").append(decision.source().substring(header).strip());
        return out.append("\n").toString();
    }
}
