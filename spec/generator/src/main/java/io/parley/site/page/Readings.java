package io.parley.site.page;

import io.parley.evidence.RecordedResult;
import io.parley.site.data.Numbers;
import io.parley.site.data.Project;
import io.parley.site.text.Adoc;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How recorded figures read in a table, and what stands below it: the day, the commit's age and the conditions. */
final class Readings {

    static final String NONE = "[.notice]\nNothing is recorded yet.";
    static final String UNKNOWN = "–";

    private final Project project;

    Readings(Project project) {
        this.project = project;
    }

    /** When, at which commit, on what, and under which conditions. */
    String origin(Optional<RecordedResult> result) {
        return result.map(known -> {
                    String commit = known.commit();
                    String note = known.note();
                    return "[.origin]\nMeasured " + known.date() + ", "
                            + (commit == null
                                    ? "before the project"
                                    : project.history().age(commit)) + "; "
                            + Adoc.text(known.machine()) + (note == null ? "" : "; " + Adoc.text(note)) + ".";
                })
                .orElse("");
    }

    static String text(Optional<RecordedResult> result) {
        return result.map(known -> number(known.value(), known.unit())).orElse(UNKNOWN);
    }

    static String number(double value, String unit) {
        double rounded = value < 10 ? Math.round(value * 1000) / 1000.0 : value;
        String text = Numbers.grouped(rounded);
        // What the heading counts needs no unit.
        return unit.equals("ms") ? text + Numbers.NARROW_SPACE + unit : text;
    }

    static Map<String, String> ordered(String... pairs) {
        Map<String, String> all = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            all.put(pairs[i], pairs[i + 1]);
        }
        return all;
    }
}
