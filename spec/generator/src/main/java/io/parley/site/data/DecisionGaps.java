package io.parley.site.data;

import io.parley.evidence.Gap;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Holds what records say is not built against the gap register: the requirement that shall bring a record's test must still
 * be a gap, or the record is behind what was built.
 */
public final class DecisionGaps {

    private static final Pattern PENDING = Pattern.compile("(?m)Not built.*$");
    private static final Pattern ID = Pattern.compile("req:([A-Z]+-[0-9]+)\\[");

    private final Set<String> gaps;

    public DecisionGaps(List<Gap> gaps) {
        this.gaps = gaps.stream().map(Gap::id).collect(Collectors.toSet());
    }

    /** Adds a finding for each requirement that a record waits for and that is no gap. */
    public void check(List<Decision> decisions, Findings findings) {
        for (Decision decision : decisions) {
            String source = decision.source();
            int start = source.indexOf("\n== Confirmation\n");
            int end = source.indexOf("\n== Reopen when\n");
            if (start < 0 || end < start) {
                continue;
            }
            Matcher pending = PENDING.matcher(source.substring(start, end));
            while (pending.find()) {
                ID.matcher(pending.group())
                        .results()
                        .map(found -> found.group(1))
                        .filter(id -> !gaps.contains(id))
                        .forEach(id -> findings.add(
                                "adr " + decision.number(),
                                "waits for " + id + ", which is no known gap; say what shows it"));
            }
        }
    }
}
