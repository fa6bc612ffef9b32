package io.parley.site.page;

import io.parley.evidence.RecordedResult;
import io.parley.site.data.LoadSteps;
import io.parley.site.data.Project;
import io.parley.site.data.References;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** Tables of the loads of groups that the load test recorded. */
final class LoadBlocks {

    private static final String MIXED_REPORTING = "load.mixed.1000.marks.";
    private static final String CROWD = "load.crowd.300";

    private final Project project;
    private final References references;
    private final Readings readings;

    LoadBlocks(Project project) {
        this.project = project;
        this.references = new References(project);
        this.readings = new Readings(project);
    }

    Map<String, Supplier<String>> byName() {
        Map<String, Supplier<String>> byName = new TreeMap<>();
        byName.put("load-mixed", this::mixed);
        byName.put("load-crowd", this::crowd);
        return byName;
    }

    private String mixed() {
        LoadSteps steps = LoadSteps.mixed(project.results());
        if (steps.rates().isEmpty()) {
            return Readings.NONE;
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
        return out.append(readings.origin(steps.figure(steps.rates().get(0), "p99")))
                .toString();
    }

    private static String mixedRow(String load, Function<String, Optional<RecordedResult>> figures) {
        StringBuilder row = new StringBuilder("|").append(load);
        for (String figure : List.of("p50", "p99", "p999", "max", "cpu.server", "cpu.cassandra")) {
            row.append("\n|").append(Readings.text(figures.apply(figure)));
        }
        boolean held = figures.apply("held").filter(flag -> flag.value() == 1).isPresent();
        return row.append("\n|")
                .append(held ? "held" : "not held")
                .append("\n\n")
                .toString();
    }

    private String crowd() {
        Optional<RecordedResult> any = references.result(CROWD + ".rate");
        if (any.isEmpty()) {
            return Readings.NONE;
        }
        StringBuilder out = new StringBuilder(
                Markup.table("measured-load", "4,3,3", "Per message", "Without receipts", "With receipts"));
        Map<String, String> rows = Readings.ordered(
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
                .append(Readings.text(references.result(CROWD + "." + figure)))
                .append("\n|")
                .append(Readings.text(references.result(CROWD + ".marks." + figure)))
                .append("\n\n"));
        return out.append("|===\n\n").append(readings.origin(any)).toString();
    }
}
