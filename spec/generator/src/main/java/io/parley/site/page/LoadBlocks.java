package io.parley.site.page;

import io.parley.evidence.RecordedResult;
import io.parley.site.data.LargeConversation;
import io.parley.site.data.LoadSteps;
import io.parley.site.data.Project;
import io.parley.site.data.References;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Tables of the loads of groups that the load test recorded. */
final class LoadBlocks {

    private static final String P99 = "p99";
    private static final String CROWD = LargeConversation.ID;

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
                P99,
                "p99.9",
                "Longest",
                "CPU of the server per message",
                "CPU of Cassandra per message",
                "Verdict"));
        LoadSteps reporting = LoadSteps.reporting(project.results());
        for (int rate : steps.rates()) {
            out.append(mixedRow(Integer.toString(rate), steps, rate));
            if (reporting.figure(rate, P99).isPresent()) {
                out.append(mixedRow(rate + ", with receipts", reporting, rate));
            }
        }
        out.append("|===\n\n");
        int first = steps.rates().get(0);
        return out.append(readings.origin(steps.figure(first, P99)))
                .append(range(steps.runs(first, P99)))
                .toString();
    }

    private static String mixedRow(String load, LoadSteps steps, int rate) {
        StringBuilder row = new StringBuilder("|").append(load);
        for (String figure : List.of("p50", P99, "p999", "max", "cpu.server", "cpu.cassandra")) {
            row.append("\n|").append(Readings.text(steps.figure(rate, figure)));
        }
        return row.append("\n|")
                .append(steps.isHeld(rate) ? "held" : "not held")
                .append("\n\n")
                .toString();
    }

    /** How far the runs are apart whose median is shown. */
    private static String range(List<RecordedResult> runs) {
        if (runs.size() < 2) {
            return "";
        }
        RecordedResult last = runs.get(runs.size() - 1);
        return " Each figure is the median of " + runs.size() + " runs; the p99 in the first row was between "
                + Readings.number(runs.get(0).value(), runs.get(0).unit()) + " and "
                + Readings.number(last.value(), last.unit()) + ".";
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
                P99,
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
        rows.forEach((figure, name) -> {
            out.append("|").append(name);
            out.append("\n|").append(Readings.text(references.result(CROWD + "." + figure)));
            out.append("\n|").append(Readings.text(references.result(CROWD + ".marks." + figure)));
            out.append("\n\n");
            most(figure).ifPresent(text -> out.append("|At most, as the design implies\n|\n|")
                    .append(text)
                    .append("\n\n"));
        });
        out.append("|Target of frames and bytes\n|\n|").append(measured().isHeld() ? "held" : "not held");
        return out.append("\n|===\n\n").append(readings.origin(any)).toString();
    }

    private Optional<String> most(String figure) {
        return switch (figure) {
            case "frames" -> measured().framesMax().map(most -> Readings.number(most, "frames"));
            case "mark-frames" -> measured().receiptsMax().map(most -> Readings.number(most, "frames"));
            case "bytes" -> measured().bytesMax().map(most -> Readings.number(Math.rint(most), "bytes"));
            default -> Optional.empty();
        };
    }

    private LargeConversation measured() {
        Duration interval = Duration.ofSeconds(project.limits().stream()
                .filter(limit -> limit.id().equals("receipt.coalesce-seconds"))
                .findFirst()
                .orElseThrow()
                .value());
        return new LargeConversation(project.results(), interval);
    }
}
