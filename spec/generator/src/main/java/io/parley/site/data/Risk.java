package io.parley.site.data;

import java.util.List;

/**
 * Something that may go wrong.
 *
 * @param id {@code R-1} and up; never reused
 * @param effect what it would mean for a user or an operator
 * @param likelihood rare, possible or likely
 * @param impact small, serious or severe
 * @param response what is done about it
 * @param trigger what one would see first, and then act
 * @param owner the role that watches it
 * @param requirements catalogue ids that it threatens
 * @param decisions numbers of the records that took it on or answer it
 * @param tests simple names of tests that would notice
 */
public record Risk(
        String id,
        String risk,
        String effect,
        String likelihood,
        String impact,
        String response,
        String trigger,
        String owner,
        List<String> requirements,
        List<String> decisions,
        List<String> tests) {

    /** From least to most. */
    static final List<String> LIKELIHOODS = List.of("rare", "possible", "likely");

    static final List<String> IMPACTS = List.of("small", "serious", "severe");

    public Risk {
        requirements = copy(requirements);
        decisions = copy(decisions);
        tests = copy(tests);
    }

    /** Likelihood times impact, 1 to 9; 0 when a word is not of the scale. */
    public int level() {
        return (LIKELIHOODS.indexOf(likelihood) + 1) * (IMPACTS.indexOf(impact) + 1);
    }

    /** A list that the data file leaves out arrives as null. */
    static List<String> copy(List<String> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
