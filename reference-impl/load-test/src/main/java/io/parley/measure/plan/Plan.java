package io.parley.measure.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Scenarios in order. A line is a scenario's name and its {@code name=value} parts; what is left out has a default. Empty
 * lines and such with {@code #} at their start say nothing.
 */
public record Plan(List<Scenario> scenarios) {

    /** As the contract has it; a copy, held by a test, because the measurements do not carry the server's classes. */
    public static final int MEMBERS_MAX = 300;

    private static final int USERS_MAX = 10_000;
    private static final int RATE_MAX = 100_000;
    private static final int SECONDS_MAX = 600;

    public Plan {
        scenarios = List.copyOf(scenarios);
    }

    /**
     * Reads a plan.
     *
     * @throws IllegalArgumentException with file and line, when something is wrong
     */
    public static Plan read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("plan=" + file + ", expected a file");
        }
        try {
            return parse(file.getFileName().toString(), Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Plan parse(String name, List<String> lines) {
        List<Scenario> scenarios = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                scenarios.add(scenario(name + ":" + (i + 1), List.of(line.split("\\s+"))));
            }
        }
        if (scenarios.isEmpty()) {
            throw new IllegalArgumentException(name + ": nothing to measure, expected a scenario");
        }
        return new Plan(scenarios);
    }

    private static Scenario scenario(String place, List<String> words) {
        Fields fields = new Fields(place, words.subList(1, words.size()));
        Scenario scenario =
                switch (words.get(0)) {
                    case "mixed" -> mixed(fields, place);
                    case "direct" -> direct(fields);
                    case "crowd" -> crowd(fields);
                    default ->
                        throw new IllegalArgumentException(
                                place + ": " + words.get(0) + ", expected mixed, direct or crowd");
                };
        fields.allKnown();
        return scenario;
    }

    private static Scenario mixed(Fields fields, String place) {
        Scenario.Mixed mixed = new Scenario.Mixed(
                fields.number("users", 1000, 3, USERS_MAX),
                fields.number("small", 10, 3, MEMBERS_MAX),
                fields.number("large", MEMBERS_MAX, 3, MEMBERS_MAX),
                fields.share("large-share", 0.5),
                fields.numbers("rates", "50", 1, RATE_MAX),
                fields.number("bound-millis", 50, 1, 60_000),
                fields.flag("marks"),
                fields.seconds("warm-first", 0, 0, SECONDS_MAX),
                fields.number("warm-rate", 100, 1, RATE_MAX),
                fields.seconds("warm", 5, 0, SECONDS_MAX),
                fields.seconds("seconds", 20, 1, SECONDS_MAX));
        if (mixed.large() > mixed.users() || mixed.small() > mixed.users()) {
            throw new IllegalArgumentException(place + ": groups larger than users=" + mixed.users());
        }
        return mixed;
    }

    private static Scenario direct(Fields fields) {
        return new Scenario.Direct(
                fields.number("users", 200, 3, USERS_MAX),
                fields.words(
                        "systems",
                        Scenario.PARLEY,
                        List.of(Scenario.PARLEY, Scenario.OTHER, Scenario.BARE, Scenario.EJABBERD)),
                fields.numbers("windows", "", 1, 1000),
                fields.numbers("rates", "", 1, RATE_MAX),
                fields.number("rounds", 1, 1, 100),
                fields.seconds("warm-first", 30, 0, SECONDS_MAX),
                fields.seconds("warm", 5, 0, SECONDS_MAX),
                fields.seconds("seconds", 15, 1, SECONDS_MAX));
    }

    private static Scenario crowd(Fields fields) {
        return new Scenario.Crowd(
                fields.number("members", MEMBERS_MAX, 3, MEMBERS_MAX),
                fields.number("senders", MEMBERS_MAX, 1, MEMBERS_MAX),
                fields.number("window", 1, 1, 1000),
                fields.flag("marks"),
                fields.seconds("warm", 5, 0, SECONDS_MAX),
                fields.seconds("seconds", 15, 1, SECONDS_MAX));
    }
}
