package io.parley.site.data;

import java.util.List;

/**
 * A decision record, as its header tells it.
 *
 * @param number four digits
 * @param title what was decided, in a phrase
 * @param status proposed, accepted, or superseded by another number
 * @param date day of the decision, ISO-8601
 * @param summary the decision in one sentence
 * @param requirements catalogue ids
 * @param elements canonical ids
 * @param supersedes numbers of earlier records
 * @param source the whole text
 */
public record Decision(
        String number,
        String title,
        String status,
        String date,
        String summary,
        List<String> requirements,
        List<String> elements,
        List<String> supersedes,
        String source) {

    public Decision {
        requirements = List.copyOf(requirements);
        elements = List.copyOf(elements);
        supersedes = List.copyOf(supersedes);
    }

    /** Name of its page. */
    public String page() {
        return "decision-" + number + ".html";
    }
}
