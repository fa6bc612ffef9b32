package io.parley.site.page;

import io.parley.site.data.Decision;
import io.parley.site.data.Project;
import io.parley.site.text.Adoc;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The index of decision records by area, and the few that the overview names. */
final class DecisionBlocks {

    private final List<Decision> decisions;

    DecisionBlocks(Project project) {
        this.decisions = project.decisions();
    }

    Map<String, Supplier<String>> byName() {
        return Map.of("decisions", this::index, "decisions-in-short", this::inShort);
    }

    private String index() {
        StringBuilder out = new StringBuilder();
        for (String area : Decision.AREAS) {
            out.append("== ").append(area).append("\n\n");
            out.append(Markup.table("decisions", "1,6,2,2", "Record", "Decision", "Status", "Relations"));
            decisions.stream().filter(each -> each.area().equals(area)).forEach(each -> row(out, each));
            out.append("|===\n\n");
        }
        return out.toString().strip();
    }

    private static void row(StringBuilder out, Decision decision) {
        out.append("|").append(Markup.decision(decision.number()));
        out.append("\n|*").append(Adoc.text(decision.title())).append(".* ");
        out.append(Adoc.text(decision.summary()));
        out.append("\n|").append(decision.standing()).append(" +\n").append(decision.date());
        out.append("\n|").append(relations(decision)).append("\n\n");
    }

    /** What a record says of others, in words; a dash for nothing. */
    static String relations(Decision decision) {
        List<String> parts = new ArrayList<>();
        part(parts, "supersedes ", decision.supersedes());
        part(parts, "superseded by ", decision.supersededBy());
        part(parts, "", decision.relates());
        return parts.isEmpty() ? "–" : String.join("; ", parts);
    }

    private static void part(List<String> parts, String verb, List<String> numbers) {
        if (!numbers.isEmpty()) {
            parts.add(verb + Markup.list(numbers, number -> "adr:" + number + "[" + number + "]"));
        }
    }

    private String inShort() {
        StringBuilder out = new StringBuilder(Markup.table("decisions", "1,3,6", "Record", "Title", "Decision"));
        decisions.stream().filter(Decision::key).forEach(decision -> {
            out.append("|").append(Markup.decision(decision.number()));
            out.append("\n|").append(Adoc.text(decision.title()));
            out.append("\n|").append(Adoc.text(decision.summary())).append("\n\n");
        });
        return out.append("|===").toString();
    }
}
