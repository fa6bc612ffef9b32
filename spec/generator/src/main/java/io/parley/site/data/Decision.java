package io.parley.site.data;

import java.util.List;

/**
 * A decision record, as its header tells it.
 *
 * @param number four digits
 * @param title what was decided, in a phrase
 * @param status proposed, accepted or superseded
 * @param built whether it is built: yes, in part or no
 * @param area heading of the index under which it stands
 * @param key whether the overview names it
 * @param date day of the decision, ISO-8601
 * @param summary the decision in one sentence
 * @param requirements catalogue ids
 * @param elements canonical ids
 * @param relates numbers of records that a reader of this one wants next
 * @param supersedes numbers of earlier records
 * @param supersededBy numbers of later records
 * @param source the whole text
 */
public record Decision(
        String number,
        String title,
        String status,
        String built,
        String area,
        boolean key,
        String date,
        String summary,
        List<String> requirements,
        List<String> elements,
        List<String> relates,
        List<String> supersedes,
        List<String> supersededBy,
        String source) {

    /** Headings of the index, in its order. */
    public static final List<String> AREAS = List.of(
            "Log and delivery", "Stores", "Accounts and privacy", "Interface", "Platform", "Documents and build");

    public Decision {
        requirements = List.copyOf(requirements);
        elements = List.copyOf(elements);
        relates = List.copyOf(relates);
        supersedes = List.copyOf(supersedes);
        supersededBy = List.copyOf(supersededBy);
    }

    /** Name of its page. */
    public String page() {
        return "decision-" + number + ".html";
    }

    /** Its status, and what is not built of it, in words. */
    public String standing() {
        return switch (built) {
            case "no" -> status + ", not built";
            case "in part" -> status + ", built in part";
            default -> status;
        };
    }
}
