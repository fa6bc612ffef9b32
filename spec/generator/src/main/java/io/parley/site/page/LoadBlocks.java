package io.parley.site.page;

import io.parley.evidence.RecordedResult;
import io.parley.site.data.LargeConversation;
import io.parley.site.data.LoadSteps;
import io.parley.site.data.Numbers;
import io.parley.site.data.Project;
import io.parley.site.data.References;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Tables of the loads of groups that the load test recorded. */
final class LoadBlocks {

    private static final String P99 = "p99";
    private static final double MILLIS_PER_SECOND = 1000;
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
        byName.put("load-target", this::target);
        byName.put("load-knee", this::knee);
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

    /** Whether the target is met by messages alone, and with receipts: of each the median of its latest runs. */
    private String target() {
        LoadSteps alone = LoadSteps.mixed(project.results());
        LoadSteps reporting = LoadSteps.reporting(project.results());
        if (alone.rates().isEmpty() || reporting.rates().isEmpty()) {
            return Readings.NONE;
        }
        int rate = alone.rates().get(0);
        return "The p99 target of " + Readings.number(LoadSteps.TARGET_MILLIS, "ms") + " is "
                + verdict(alone, rate, "messages alone") + ", and " + verdict(reporting, rate, "messages with receipts")
                + ".";
    }

    /** The verdict is that of most runs, as in the table; what is told of the runs is what it rests on. */
    private static String verdict(LoadSteps steps, int rate, String load) {
        List<RecordedResult> runs = steps.runs(rate, P99);
        return (steps.isHeld(rate) ? "*met* for " : "*missed* for ") + load + ", with "
                + Readings.text(steps.figure(rate, P99)) + " in the median of " + runs.size() + " runs";
    }

    private String knee() {
        LoadSteps steps = LoadSteps.mixed(project.results());
        OptionalInt knee = steps.knee();
        List<Integer> beyond =
                steps.rates().stream().filter(rate -> rate > knee.orElse(0)).toList();
        if (knee.isEmpty() || beyond.isEmpty()) {
            return Readings.NONE;
        }
        int next = beyond.get(0);
        int last = beyond.get(beyond.size() - 1);
        return "The knee is at *" + knee.getAsInt() + " messages a second*: up to there each rate was held. At " + next
                + " the p99 was " + Readings.text(steps.figure(next, P99)) + ", the median still "
                + Readings.text(steps.figure(next, "p50")) + ", and server and Cassandra together took "
                + processors(steps, next)
                + ". The run ended at " + last + " with a p99 of "
                + Readings.text(steps.figure(last, P99)) + "; there the two took " + processors(steps, last)
                + ", beside what the generator needs.";
    }

    /** How many processors the two had busy at a rate. */
    private static String processors(LoadSteps steps, int rate) {
        double millis = steps.number(rate, "cpu.server") + steps.number(rate, "cpu.cassandra");
        return String.format(Locale.ROOT, "%.1f processors", millis * steps.number(rate, "rate") / MILLIS_PER_SECOND);
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
            most(figure).ifPresent(text -> out.append("|At most, as the design implies\n|")
                    .append(figure.equals("frames") ? plainFramesMax() : "")
                    .append("\n|")
                    .append(text)
                    .append("\n\n"));
        });
        tolerances().forEach((name, percents) -> out.append("|")
                .append(name)
                .append("\n|")
                .append(percents)
                .append("\n\n"));
        out.append("|Target of frames and bytes\n|\n|").append(measured().isHeld() ? "held" : "not held");
        return out.append("\n|===\n\n").append(readings.origin(any)).toString();
    }

    private String plainFramesMax() {
        return measured()
                .framesMaxWithoutReceipts()
                .map(most -> Readings.number(most, "frames"))
                .orElse("");
    }

    /** What is allowed beyond that, with why, and without receipts and with them. */
    private Map<String, String> tolerances() {
        String frames = percent(measured().framesTolerance());
        String bytes = percent(measured().bytesTolerance());
        return Readings.ordered(
                measured().isExact()
                        ? "Tolerance of frames, of which those of whole messages are counted"
                        : "Tolerance of frames, as messages under way at either end of the measurement have only some of theirs in it",
                frames + "\n|" + frames,
                "Tolerance of bytes, as numbers have more digits in a longer run",
                "\n|" + bytes);
    }

    private static String percent(double part) {
        return Numbers.grouped(100 * part) + Numbers.NARROW_SPACE + "%";
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
