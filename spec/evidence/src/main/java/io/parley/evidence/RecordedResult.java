package io.parley.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A measurement that documents may refer to; a number in the text comes from one of these.
 *
 * @param id dotted lower-case name
 * @param value as measured
 * @param unit such as {@code ms} or {@code messages/s}
 * @param commit full id of the commit that was measured; null when it was measured before the project
 * @param date day of the measurement
 * @param machine what it ran on
 * @param source program or document that yields it
 * @param note conditions that a reader needs
 */
public record RecordedResult(
        String id,
        double value,
        String unit,
        @Nullable String commit,
        LocalDate date,
        String machine,
        String source,
        @Nullable String note) {

    private static final Pattern ID = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*");
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException when the id or the commit has another form, or a part is missing
     */
    public RecordedResult {
        if (id == null || !ID.matcher(id).matches()) {
            throw new IllegalArgumentException("id=" + id + ", expected a dotted lower-case name");
        }
        if (unit == null || date == null || machine == null || source == null) {
            throw new IllegalArgumentException("result " + id + ", expected unit, date, machine and source");
        }
        if (commit != null && !COMMIT.matcher(commit).matches()) {
            throw new IllegalArgumentException("commit=" + commit + " of " + id + ", expected 40 hexadecimal digits");
        }
    }

    /**
     * All of a directory's files, by id; of one id the latest stands last.
     *
     * @throws DataException when a line is no such result
     */
    public static List<RecordedResult> allIn(Path directory) {
        List<RecordedResult> results = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.sorted().toList()) {
                results.addAll(DataFiles.jsonLines(file, RecordedResult.class));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        results.sort(Comparator.comparing(RecordedResult::id).thenComparing(RecordedResult::date));
        return results;
    }
}
