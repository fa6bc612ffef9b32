package io.parley.measure;

import io.parley.measure.figure.Recording;
import io.parley.measure.plan.Scenario;
import io.parley.measure.stand.Stand;
import io.parley.measure.xmpp.Ejabberd;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Starts what a plan measures, loads it, shows and records the figures, and stops it. Everything that it measures is a
 * process that it started. See README.md.
 */
public final class Measure {

    private static final int WRONG_USAGE = 2;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final Options options;
    private final Map<String, Contender> systems = new LinkedHashMap<>();

    private Measure(Options options) {
        this.options = options;
    }

    /** Ends with 0, with 2 when the options are wrong, and with 1 when it could not measure. */
    public static void main(String[] arguments) {
        Options options;
        try {
            options = Options.parse(List.of(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println(Options.USAGE);
            System.exit(WRONG_USAGE);
            return;
        }
        new Measure(options).run();
        System.exit(0);
    }

    private void run() {
        Recording recording = new Recording(
                options.results(),
                "load-test: Measure --plan " + options.planFile().getFileName(),
                options.note());
        Bench bench = new Bench(this::system, recording, Measure::tell);
        try {
            for (Scenario scenario : options.plan().scenarios()) {
                if (scenario instanceof Scenario.Mixed mixed) {
                    new MixedRun(mixed, bench).run();
                } else if (scenario instanceof Scenario.Direct direct) {
                    new DirectRun(direct, bench).run();
                } else if (scenario instanceof Scenario.Crowd crowd) {
                    new CrowdRun(crowd, bench).run();
                }
            }
        } finally {
            systems.values().forEach(Contender::close);
        }
    }

    private Contender system(String name) {
        Contender present = systems.get(name);
        if (present == null) {
            present = start(name);
            systems.put(name, present);
        }
        return present;
    }

    private Contender start(String name) {
        return switch (name) {
            case Scenario.PARLEY -> new ParleyContender(name, stand(name, options.jar()), Measure::tell);
            case Scenario.OTHER ->
                new ParleyContender(
                        options.otherName(),
                        stand(
                                name,
                                options.other()
                                        .orElseThrow(() -> new IllegalArgumentException(
                                                "the plan measures another build, expected --other-jar FILE"))),
                        Measure::tell);
            case Scenario.BARE -> new BareContender(((ParleyContender) system(Scenario.PARLEY)).stand(), Measure::tell);
            case Scenario.EJABBERD -> ejabberd(name);
            default -> throw new IllegalArgumentException(name + " cannot be measured");
        };
    }

    private Stand stand(String name, Path jar) {
        return Stand.start(options.directory().resolve(name), jar, options.serverOptions(), Measure::tell);
    }

    private Contender ejabberd(String name) {
        tell("starting PostgreSQL and ejabberd");
        return new EjabberdContender(
                Ejabberd.start(options.directory().resolve(name), EjabberdContender.USERS), Measure::tell);
    }

    private static void tell(String line) {
        System.out.println(TIME.format(LocalTime.now(ZoneOffset.UTC)) + "  " + line);
    }
}
