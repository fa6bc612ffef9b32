package io.parley.model.conformance;

import io.parley.model.ModelException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The register of known differences.
 *
 * @param all the entries, in the order of the file
 */
public record Deviations(List<Deviation> all) {

    public Deviations {
        all = List.copyOf(all);
    }

    /**
     * Reads the register.
     *
     * @throws ModelException if an entry lacks a field or has a wrong one
     */
    public static Deviations read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads the register's text.
     *
     * @throws ModelException if an entry lacks a field or has a wrong one
     */
    public static Deviations parse(String yaml) {
        List<Map<String, Object>> entries = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        return new Deviations(entries.stream().map(Deviations::entry).toList());
    }

    private static Deviation entry(Map<String, Object> entry) {
        if (!(entry.get("elements") instanceof List<?> elements)) {
            throw new ModelException("deviation " + entry + " lacks elements");
        }
        try {
            return new Deviation(
                    text(entry, "rule"),
                    elements.stream().map(String::valueOf).toList(),
                    text(entry, "reason"),
                    text(entry, "owner"),
                    LocalDate.parse(text(entry, "expires")));
        } catch (DateTimeParseException e) {
            throw new ModelException("deviation " + entry + ": expires is no date in quotes", e);
        }
    }

    private static String text(Map<String, Object> entry, String field) {
        if (entry.get(field) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw new ModelException("deviation " + entry + " lacks " + field);
    }

    /**
     * What is left of the violations, and what is wrong with the register itself.
     *
     * @param day the day against which expiry counts
     */
    public List<Violation> apply(List<Violation> violations, LocalDate day) {
        List<Violation> left = new ArrayList<>(violations);
        for (Deviation each : all) {
            if (!each.expires().isAfter(day)) {
                String detail = "of " + each.rule() + " expired on " + each.expires() + ", owner " + each.owner();
                left.add(new Violation("deviation-expired", each.elements(), detail));
            } else if (!left.removeIf(each::excuses)) {
                String detail = "of " + each.rule() + " excuses nothing any more";
                left.add(new Violation("deviation-unused", each.elements(), detail));
            }
        }
        return left;
    }
}
