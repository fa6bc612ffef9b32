package io.parley.measure;

import io.parley.measure.figure.Figures;
import io.parley.measure.figure.Rounds;
import io.parley.measure.plan.Scenario;
import io.parley.measure.run.ClosedPace;
import io.parley.measure.run.OpenPace;
import io.parley.measure.run.Room;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Messages between two: the systems take turns within each round, so that a machine that others use disturbs all alike. */
final class DirectRun {

    private static final int SEED = 20261126;
    private static final int SECONDS_UNDER_WAY_MAX = 5;

    private static final String SERVER = "cpu.server";
    private static final String LOOP = "cpu.loop";

    private static final List<String> RECORDED = List.of(
            Figures.RATE,
            "p50",
            Figures.P99,
            "ack.p50",
            Figures.CPU,
            SERVER,
            SERVER + Figures.STEADY,
            "cpu.cassandra",
            "cpu.postgres",
            LOOP,
            LOOP + Figures.STEADY,
            "wrong",
            "refused");

    private final Scenario.Direct direct;
    private final Bench bench;
    private final Map<String, Rounds> rounds = new LinkedHashMap<>();
    private final Set<String> known = new HashSet<>();
    private final Set<String> compared = new TreeSet<>();

    DirectRun(Scenario.Direct direct, Bench bench) {
        this.direct = direct;
        this.bench = bench;
    }

    void run() {
        List<Contender> systems = direct.systems().stream().map(bench::system).toList();
        systems.forEach(system -> compared.add(system.name()));
        compared.removeAll(List.of(Scenario.PARLEY, Scenario.BARE));
        List<Room> rooms = Rooms.ring(direct.users());
        for (int round = 1; round <= direct.rounds(); round++) {
            for (int window : direct.windows()) {
                for (Contender system : systems) {
                    bench.tell("direct: round " + round + ", window " + window + ", " + system.name());
                    add(system, "window-" + window, closed(rooms, window, warm(system)));
                }
            }
            for (int rate : direct.rates()) {
                for (Contender system : systems) {
                    if (!system.name().equals(Scenario.BARE)) {
                        bench.tell("direct: round " + round + ", " + rate + " messages/s, " + system.name());
                        add(system, "rate-" + rate, open(rooms, rate, warm(system)));
                    }
                }
            }
        }
        rounds.forEach((place, all) -> bench.recording().add(prefix() + "." + place, all, RECORDED, conditions()));
        ratios();
    }

    /** The bare loop is a new process each time, so it is as cold each time as the others are at first. */
    private Duration warm(Contender system) {
        boolean isCold = known.add(system.name()) || system.name().equals(Scenario.BARE);
        return isCold ? direct.warmFirst() : direct.warm();
    }

    private void add(Contender system, String load, Contender.Load how) {
        rounds.computeIfAbsent(load + "." + system.name(), absent -> new Rounds())
                .add(system.measure(how));
    }

    private Contender.Load closed(List<Room> rooms, int window, Duration warm) {
        return new Contender.Load(
                direct.users(),
                rooms,
                window,
                now -> new ClosedPace(rooms, 1, window, now),
                warm,
                direct.length(),
                Long.MAX_VALUE,
                false);
    }

    private Contender.Load open(List<Room> rooms, int rate, Duration warm) {
        return new Contender.Load(
                direct.users(),
                rooms,
                0,
                now -> new OpenPace(rate, Contender.Load.alike(rooms), new Random(SEED), now),
                warm,
                direct.length(),
                (long) rate * SECONDS_UNDER_WAY_MAX,
                false);
    }

    /** What one has over the other, and what the server adds to the store's own operations. */
    private void ratios() {
        for (String load : loads()) {
            Rounds parley = rounds.get(load + "." + Scenario.PARLEY);
            for (String system : compared) {
                Rounds other = rounds.get(load + "." + system);
                if (parley != null && other != null) {
                    for (String figure : List.of(Figures.RATE, "p50", Figures.P99, Figures.CPU)) {
                        ratio(load + ".parley-to-" + system + "." + figure, parley, other, figure);
                    }
                }
            }
            Rounds bare = rounds.get(load + "." + Scenario.BARE);
            if (parley != null && bare != null) {
                String id = prefix() + "." + load + ".added-cpu";
                double added = parley.median(SERVER) - bare.median(LOOP);
                double steady = parley.median(SERVER + Figures.STEADY) - bare.median(LOOP + Figures.STEADY);
                bench.tell(load
                        + String.format(
                                Locale.ROOT,
                                ": the server adds %.3f ms per message, %.3f ms when all is compiled",
                                added,
                                steady));
                bench.recording().add(id, added, "ms", conditions());
                bench.recording().add(id + Figures.STEADY, steady, "ms", conditions());
            }
        }
    }

    private void ratio(String id, Rounds parley, Rounds other, String figure) {
        double ratio = parley.median(figure) / other.median(figure);
        bench.tell(id + String.format(Locale.ROOT, " %.2f", ratio));
        bench.recording().add(prefix() + "." + id, ratio, "×", conditions());
    }

    private List<String> loads() {
        List<String> all = new ArrayList<>();
        direct.windows().forEach(window -> all.add("window-" + window));
        direct.rates().forEach(rate -> all.add("rate-" + rate));
        return all;
    }

    private String prefix() {
        return "load.direct." + direct.users();
    }

    private String conditions() {
        return direct.users() + " users, each writes to one and reads from another; "
                + direct.length().toSeconds() + " s after " + direct.warm().toSeconds() + " s of warm-up";
    }
}
