package io.parley.site.data;

import java.util.List;

/**
 * Something that was done the short way, knowingly.
 *
 * @param id {@code D-1} and up; never reused
 * @param why it is accepted for now
 * @param interest what it costs until it is paid
 * @param paidBy the change that pays it off
 * @param owner the role that pays
 * @param requirements catalogue ids that the payment serves
 * @param decisions numbers of records that took it on
 * @param tests simple names of tests that hold what is promised meanwhile
 */
public record Debt(
        String id,
        String debt,
        String why,
        String interest,
        String paidBy,
        String owner,
        List<String> requirements,
        List<String> decisions,
        List<String> tests) {

    public Debt {
        requirements = Risk.copy(requirements);
        decisions = Risk.copy(decisions);
        tests = Risk.copy(tests);
    }
}
