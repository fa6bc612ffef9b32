package io.parley.evidence;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One requirement, quality goal or invariant.
 *
 * @param id such as {@code MSG-17}; never reused
 * @param text what is asked for, word for word
 * @param title short name of a quality goal or an invariant
 * @param sources numbers of the documents that ask for it; empty when {@code origin} says who does
 * @param profiles deployment profiles that need it
 * @param elements canonical ids of the model, or of the register of planned elements
 * @param decisions numbers of decision records
 * @param characteristic of ISO/IEC 25010:2023; quality goals only
 * @param check what can fail; quality goals only
 */
public record CatalogueEntry(
        String id,
        String text,
        @Nullable String title,
        List<String> sources,
        @Nullable String origin,
        List<String> profiles,
        List<String> elements,
        List<String> decisions,
        @Nullable String characteristic,
        @Nullable Scenario scenario,
        @Nullable String check) {

    private static final Pattern ID = Pattern.compile("[A-Z]{2,3}-[1-9][0-9]*");

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException when the id has another form, or neither a source nor an origin is named
     */
    public CatalogueEntry {
        // A list that the data file leaves out arrives as null.
        sources = sources == null ? List.of() : List.copyOf(sources);
        profiles = profiles == null ? List.of() : List.copyOf(profiles);
        elements = elements == null ? List.of() : List.copyOf(elements);
        decisions = decisions == null ? List.of() : List.copyOf(decisions);
        if (id == null || !ID.matcher(id).matches()) {
            throw new IllegalArgumentException("id=" + id + ", expected letters, a hyphen and a number");
        }
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("text of " + id + " is blank, expected a sentence");
        }
        if (sources.isEmpty() == (origin == null)) {
            throw new IllegalArgumentException(
                    "sources=" + sources + " of " + id + ", expected either sources or an origin");
        }
        if (profiles.isEmpty()) {
            throw new IllegalArgumentException("profiles of " + id + " are empty, expected at least one");
        }
    }

    /** The letters before the number, such as {@code MSG}. */
    public String group() {
        return id.substring(0, id.indexOf('-'));
    }

    /** The number after the letters. */
    public int number() {
        return Integer.parseInt(id.substring(id.indexOf('-') + 1));
    }
}
