package io.parley.site.page;

import io.parley.evidence.RecordedResult;
import io.parley.site.data.Numbers;
import io.parley.site.data.PeerRun;
import io.parley.site.data.Project;
import io.parley.site.data.References;
import io.parley.site.data.ServerCost;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Supplier;

/** Tables of messages between two, as the load test recorded them: Parley beside its bare store and a peer. */
final class DirectLoadBlocks {

    private static final String DIRECT = "load.direct.200.";
    private static final String PEER = "ejabberd";

    /** How a load is called on the page, by its part of an id. */
    private static final Map<String, String> LOADS = Readings.ordered(
            "window-1",
            "one under way",
            "window-8",
            "eight under way",
            "rate-250",
            "250 a second",
            "rate-500",
            "500 a second");

    private static final Map<String, String> SYSTEMS =
            Readings.ordered("parley", "Parley", "bare", "the bare store", PEER, "ejabberd");

    /** What one has over the other, and how the page calls it. */
    private static final Map<String, String> RATIOS = Readings.ordered("rate", "rate", "p99", "p99", "cpu", "CPU");

    private final Project project;
    private final References references;
    private final Readings readings;

    DirectLoadBlocks(Project project) {
        this.project = project;
        this.references = new References(project);
        this.readings = new Readings(project);
    }

    Map<String, Supplier<String>> byName() {
        return Map.of("load-direct", this::direct, "load-added", this::added);
    }

    private String direct() {
        PeerRun run = new PeerRun(project.results());
        StringBuilder out = new StringBuilder(Markup.table(
                "measured-load",
                "4,3,3,3,3,3,3,3,3",
                "Load",
                "System",
                "Messages a second",
                "Median",
                "p99",
                "CPU per message, all processes",
                "of it the server",
                "of it Cassandra, the peer's PostgreSQL",
                "Parley over the peer"));
        Optional<RecordedResult> any = Optional.empty();
        for (Map.Entry<String, String> load : LOADS.entrySet()) {
            for (Map.Entry<String, String> system : SYSTEMS.entrySet()) {
                Function<String, Optional<RecordedResult>> figures =
                        name -> run.figure(load.getKey(), system.getKey(), name);
                Optional<RecordedResult> rate = figures.apply("rate");
                if (rate.isPresent()) {
                    any = any.or(() -> rate);
                    out.append("|").append(load.getValue()).append("\n|").append(system.getValue());
                    out.append("\n|").append(Numbers.grouped(rate.get().value()));
                    out.append("\n|").append(Readings.text(figures.apply("p50")));
                    out.append("\n|").append(Readings.text(figures.apply("p99")));
                    out.append("\n|").append(text(total(figures)));
                    out.append("\n|")
                            .append(Readings.text(figures.apply("cpu.server").or(() -> figures.apply("cpu.loop"))));
                    out.append("\n|").append(Readings.text(store(system.getKey(), figures)));
                    out.append("\n|")
                            .append(system.getKey().equals(PEER) ? ratios(run, load.getKey()) : Readings.UNKNOWN)
                            .append("\n\n");
                }
            }
        }
        return any.isEmpty()
                ? Readings.NONE
                : out.append("|===\n\n").append(readings.origin(any)).toString();
    }

    private static Optional<RecordedResult> store(String system, Function<String, Optional<RecordedResult>> figures) {
        return figures.apply(system.equals(PEER) ? "cpu.postgres" : "cpu.cassandra");
    }

    private static String ratios(PeerRun run, String load) {
        List<String> all = new ArrayList<>();
        RATIOS.forEach((figure, name) -> run.ratio(load, figure)
                .ifPresent(ratio -> all.add(name + "\u00a0" + String.format(Locale.ROOT, "%.2f", ratio.value()))));
        return all.isEmpty() ? Readings.UNKNOWN : String.join(", ", all);
    }

    private String added() {
        ServerCost cost = new ServerCost(project.results());
        StringBuilder out = new StringBuilder(Markup.table(
                "measured-load",
                "4,3,3,2,3",
                "CPU per message",
                "All processes beyond the bare store",
                "The server beyond the driver",
                "Target of that",
                "The same without the compilers"));
        Optional<RecordedResult> any = Optional.empty();
        for (Map.Entry<String, String> load : LOADS.entrySet()) {
            Optional<RecordedResult> added = cost.added(load.getKey());
            if (added.isPresent()) {
                any = any.or(() -> added);
                out.append("|").append(load.getValue());
                out.append("\n|").append(beyondBare(DIRECT + load.getKey() + "."));
                out.append("\n|").append(Readings.text(added));
                out.append("\n|below ").append(Readings.number(ServerCost.TARGET_MILLIS, "ms"));
                out.append(cost.isHeld(load.getKey()) ? ", held" : ", not held");
                out.append("\n|")
                        .append(Readings.text(cost.steady(load.getKey())))
                        .append("\n\n");
            }
        }
        return any.isEmpty()
                ? Readings.NONE
                : out.append("|===\n\n").append(readings.origin(any)).toString();
    }

    private String beyondBare(String prefix) {
        OptionalDouble parley = total(name -> references.result(prefix + "parley." + name));
        OptionalDouble bare = total(name -> references.result(prefix + "bare." + name));
        return parley.isPresent() && bare.isPresent()
                ? Readings.number(parley.getAsDouble() - bare.getAsDouble(), "ms")
                : Readings.UNKNOWN;
    }

    private static String text(OptionalDouble millis) {
        return millis.isPresent() ? Readings.number(millis.getAsDouble(), "ms") : Readings.UNKNOWN;
    }

    /** Processor time of all processes that the run started, per message in milliseconds. */
    private static OptionalDouble total(Function<String, Optional<RecordedResult>> figures) {
        List<RecordedResult> parts = new ArrayList<>();
        figures.apply("cpu").ifPresent(parts::add);
        if (parts.isEmpty()) {
            figures.apply("cpu.loop").ifPresent(parts::add);
            figures.apply("cpu.cassandra").ifPresent(parts::add);
        }
        return parts.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        parts.stream().mapToDouble(RecordedResult::value).sum());
    }
}
