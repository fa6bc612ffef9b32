package io.parley.site.page;

import io.parley.evidence.RecordedResult;
import io.parley.site.data.Project;
import io.parley.site.data.References;
import io.parley.site.text.Adoc;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Tells at the end of a page, or on a slide, how old the measured numbers are that stand on it. */
public final class Measured {

    private static final Pattern MACRO = Pattern.compile("\\bresult:([A-Za-z0-9.-]+)\\[");

    private final Project project;

    public Measured(Project project) {
        this.project = project;
    }

    /** The source with a list of its measurements; unchanged without any. */
    String withList(String source) {
        List<RecordedResult> results = results(source);
        if (results.isEmpty()) {
            return source;
        }
        StringBuilder out = new StringBuilder(source.stripTrailing());
        out.append("\n\n[.measured]\n.† Measured before the commit that this page was built from\n");
        results.forEach(result -> out.append("* result:")
                .append(result.id())
                .append("[] ")
                .append(result.note() == null ? "" : Adoc.text(result.note() + ". "))
                .append(Adoc.text(day(result) + "; " + result.machine() + "; " + result.source() + "."))
                .append('\n'));
        return out.toString();
    }

    /** One line for the measurements in a text; empty without any. */
    public String inShort(String source) {
        TreeSet<String> days = new TreeSet<>();
        results(source).forEach(result -> days.add(day(result) + "; " + result.machine()));
        return days.isEmpty() ? "" : "† Measured " + String.join("; ", days);
    }

    private List<RecordedResult> results(String source) {
        References references = new References(project);
        return MACRO.matcher(source)
                .results()
                .map((MatchResult match) -> match.group(1))
                .distinct()
                .flatMap(id -> references.result(id).stream())
                .toList();
    }

    private String day(RecordedResult result) {
        String commit = result.commit();
        String age = commit == null ? "before the project" : project.history().age(commit);
        return result.date() + ", " + age;
    }
}
