package io.parley.site.data;

/**
 * A word that means one thing here.
 *
 * @param term as it begins an entry
 * @param meaning one sentence; macros are allowed
 */
public record Term(String term, String meaning) {

    /** Its anchor in the glossary. */
    public String anchor() {
        return "term-" + term.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
}
