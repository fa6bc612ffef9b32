package io.parley.measure.figure;

import io.parley.evidence.ResultFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Appends figures to a file of results, each with its conditions and with how quiet the machine was. */
public final class Recording {

    private static final double QUIET = 0.1;

    private final Optional<ResultFile> file;
    private final String note;

    /**
     * Begins a record.
     *
     * @param file empty to record nothing
     * @param note conditions of the whole run; may be empty
     */
    public Recording(Optional<Path> file, String source, String note) {
        this.file = file.map(path -> ResultFile.at(path, source));
        this.note = note;
    }

    /** The named figures of rounds, as far as they have them, under the prefix. */
    public void add(String prefix, Rounds rounds, List<String> names, String conditions) {
        for (String name : names) {
            Figures.Value value = rounds.names().get(name);
            if (value != null) {
                String quiet = quiet(rounds.others());
                String note = joined(conditions, rounds.spread(name), quiet);
                add(prefix + "." + name, rounds.median(name), value.unit(), note);
            }
        }
    }

    /** One figure. */
    public void add(String id, double number, String unit, String conditions) {
        file.ifPresent(results -> results.add(id, Rounds.rounded(number), unit, joined(conditions, note)));
    }

    /** One that was counted: its scatter is not that of a machine. */
    public void addExact(String id, double number, String unit, String conditions) {
        file.ifPresent(results -> results.add(id, Rounds.exact(number), unit, joined(conditions, note)));
    }

    private static String quiet(double others) {
        return others < QUIET
                ? "quiet machine"
                : String.format(Locale.ROOT, "other work kept up to %.1f processors busy", others);
    }

    private static String joined(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining("; "));
    }
}
