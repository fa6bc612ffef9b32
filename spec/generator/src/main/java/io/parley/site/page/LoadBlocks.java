package io.parley.site.page;

import io.parley.evidence.RecordedResult;
import io.parley.site.data.LoadSteps;
import io.parley.site.data.Numbers;
import io.parley.site.data.Project;
import io.parley.site.data.References;
import io.parley.site.text.Adoc;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** Tables of what the load test recorded, each with the day, the commit's age and the conditions. */
final class LoadBlocks {

    private static final String DIRECT = "load.direct.200.";
    private static final String MIXED_REPORTING = "load.mixed.1000.marks.";
    private static final String CROWD = "load.crowd.300";
    private static final String NONE = "[.notice]\nNothing is recorded yet.";
    private static final String UNKNOWN = "–";

    /** How a load is called on the page, by its part of an id. */
    private static final Map<String, String> LOADS = ordered(
            "window-1",
            "one under way per sender",
            "window-8",
            "eight under way per sender",
            "rate-250",
            "250 a second",
            "rate-500",
            "500 a second");

    private static final Map<String, String> SYSTEMS =
            ordered("parley", "Parley", "bare", "the bare store", "ejabberd", "ejabberd");

    private final Project project;
    private final References references;

    LoadBlocks(Project project) {
        this.project = project;
        this.references = new References(project);
    }

    Map<String, Supplier<String>> byName() {
        Map<String, Supplier<String>> byName = new TreeMap<>();
        byName.put("load-mixed", this::mixed);
        byName.put("load-direct", this::direct);
        byName.put("load-crowd", this::crowd);
        return byName;
    }

    private String mixed() {
        LoadSteps steps = LoadSteps.mixed(project.results());
        if (steps.rates().isEmpty()) {
            return NONE;
        }
        StringBuilder out = new StringBuilder(Markup.table(
                "measured-load",
                "2,2,2,2,2,2,2,2",
                "Due a second",
                "Median",
                "p99",
                "p99.9",
                "Longest",
                "CPU of the server per message",
                "CPU of Cassandra per message",
                "Verdict"));
        for (int rate : steps.rates()) {
            out.append(mixedRow(Integer.toString(rate), figure -> steps.figure(rate, figure)));
            String reporting = MIXED_REPORTING + rate + ".";
            if (references.result(reporting + "p99").isPresent()) {
                out.append(mixedRow(rate + ", with receipts", figure -> references.result(reporting + figure)));
            }
        }
        out.append("|===\n\n");
        return out.append(origin(steps.figure(steps.rates().get(0), "p99"))).toString();
    }

    private static String mixedRow(String load, Function<String, Optional<RecordedResult>> figures) {
        StringBuilder row = new StringBuilder("|").append(load);
        for (String figure : List.of("p50", "p99", "p999", "max", "cpu.server", "cpu.cassandra")) {
            row.append("\n|").append(text(figures.apply(figure)));
        }
        boolean held = figures.apply("held").filter(flag -> flag.value() == 1).isPresent();
        return row.append("\n|")
                .append(held ? "held" : "not held")
                .append("\n\n")
                .toString();
    }

    private String direct() {
        StringBuilder out = new StringBuilder(Markup.table(
                "measured-load",
                "4,3,2,2,2,2,2",
                "Load",
                "System",
                "Messages a second",
                "Median",
                "p99",
                "CPU per message, all processes",
                "of it the server"));
        Optional<RecordedResult> any = Optional.empty();
        for (Map.Entry<String, String> load : LOADS.entrySet()) {
            for (Map.Entry<String, String> system : SYSTEMS.entrySet()) {
                String prefix = DIRECT + load.getKey() + "." + system.getKey() + ".";
                Optional<RecordedResult> rate = references.result(prefix + "rate");
                if (rate.isPresent()) {
                    any = any.or(() -> rate);
                    out.append("|").append(load.getValue()).append("\n|").append(system.getValue());
                    out.append("\n|").append(Numbers.grouped(rate.get().value()));
                    out.append("\n|").append(text(references.result(prefix + "p50")));
                    out.append("\n|").append(text(references.result(prefix + "p99")));
                    out.append("\n|").append(total(prefix));
                    out.append("\n|").append(text(server(prefix))).append("\n\n");
                }
            }
        }
        return any.isEmpty() ? NONE : out.append("|===\n\n").append(origin(any)).toString();
    }

    private String total(String prefix) {
        List<RecordedResult> parts = new ArrayList<>();
        references.result(prefix + "cpu").ifPresent(parts::add);
        if (parts.isEmpty()) {
            references.result(prefix + "cpu.loop").ifPresent(parts::add);
            references.result(prefix + "cpu.cassandra").ifPresent(parts::add);
        }
        return parts.isEmpty()
                ? UNKNOWN
                : number(parts.stream().mapToDouble(RecordedResult::value).sum(), "ms");
    }

    private Optional<RecordedResult> server(String prefix) {
        return references.result(prefix + "cpu.server").or(() -> references.result(prefix + "cpu.loop"));
    }

    private String crowd() {
        Optional<RecordedResult> any = references.result(CROWD + ".rate");
        if (any.isEmpty()) {
            return NONE;
        }
        StringBuilder out = new StringBuilder(
                Markup.table("measured-load", "4,3,3", "Per message", "Without receipts", "With receipts"));
        Map<String, String> rows = ordered(
                "rate",
                "Messages a second",
                "p50",
                "Median to the last of all",
                "p99",
                "p99 to the last of all",
                "frames",
                "Frames per member, both ways",
                "mark-frames",
                "Of them receipts",
                "bytes",
                "Bytes per member, both ways",
                "cpu.server",
                "CPU of the server",
                "cpu.cassandra",
                "CPU of Cassandra");
        rows.forEach((figure, name) -> out.append("|")
                .append(name)
                .append("\n|")
                .append(text(references.result(CROWD + "." + figure)))
                .append("\n|")
                .append(text(references.result(CROWD + ".marks." + figure)))
                .append("\n\n"));
        return out.append("|===\n\n").append(origin(any)).toString();
    }

    /** When, at which commit, on what, and under which conditions. */
    private String origin(Optional<RecordedResult> result) {
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

    private static String text(Optional<RecordedResult> result) {
        return result.map(known -> number(known.value(), known.unit())).orElse(UNKNOWN);
    }

    private static String number(double value, String unit) {
        double rounded = value < 10 ? Math.round(value * 1000) / 1000.0 : value;
        String text = Numbers.grouped(rounded);
        // What the heading counts needs no unit.
        return unit.equals("ms") ? text + Numbers.NARROW_SPACE + unit : text;
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> all = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            all.put(pairs[i], pairs[i + 1]);
        }
        return all;
    }
}
