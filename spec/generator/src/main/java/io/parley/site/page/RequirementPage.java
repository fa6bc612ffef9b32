package io.parley.site.page;

import io.parley.evidence.CatalogueEntry;
import io.parley.site.data.Project;
import io.parley.site.text.Adoc;
import java.util.LinkedHashMap;
import java.util.Map;

/** The whole catalogue by group, each entry with its sources, profiles and standing. */
final class RequirementPage {

    private static final Map<String, String> GROUPS = new LinkedHashMap<>();

    static {
        GROUPS.put("USR", "Users");
        GROUPS.put("MSG", "Conversations and messages");
        GROUPS.put("TL", "Timeline");
        GROUPS.put("EMB", "Embedding");
        GROUPS.put("API", "Interface");
        GROUPS.put("UI", "User interface");
        GROUPS.put("OPS", "Operations");
        GROUPS.put("DOC", "Architecture documents");
        GROUPS.put("QG", "Quality goals");
        GROUPS.put("INV", "Invariants");
    }

    private final Project project;

    RequirementPage(Project project) {
        this.project = project;
    }

    String source() {
        StringBuilder out = new StringBuilder("""
                = Requirements

                [.lead]
                Everything that is asked for, with the documents that ask and the profiles that need it.

                An id is never reused. What backs an entry stands in xref:traceability.adoc[the traceability matrix]; what
                nothing backs yet stands among xref:gaps.adoc[the known gaps]. Sources are numbered as in
                xref:01-introduction-and-goals.adoc#sources[the introduction].

                """);
        GROUPS.forEach((group, heading) -> {
            out.append("== ").append(heading).append("\n\n");
            out.append(Markup.table(
                    "catalogue", "1,6,2,2,2", "Id", "What is asked for", "Asked by", "Profiles", "Standing"));
            project.catalogue().entries().stream()
                    .filter(entry -> entry.group().equals(group))
                    .forEach(entry -> row(out, entry));
            out.append("|===\n\n");
        });
        return out.toString();
    }

    private void row(StringBuilder out, CatalogueEntry entry) {
        out.append("|[[").append(entry.id()).append("]]*").append(entry.id()).append("*\n|");
        if (entry.title() != null) {
            out.append("*").append(Adoc.text(entry.title())).append(":* ");
        }
        out.append(Adoc.text(entry.text()));
        String origin = entry.origin();
        out.append("\n|").append(origin == null ? String.join(", ", entry.sources()) : Adoc.text(origin));
        out.append("\n|")
                .append(Markup.profiles(entry, project.catalogue().profiles().size()));
        out.append("\n|standing:").append(entry.id()).append("[]\n\n");
    }
}
