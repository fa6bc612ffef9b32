package io.parley.site.data;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What fails the build, collected so that one run shows all of it. Not for use by several threads. */
public final class Findings {

    private final Set<String> findings = new LinkedHashSet<>();

    /** Adds a finding: where, then what. */
    public void add(String place, String what) {
        findings.add(place + ": " + what);
    }

    /** Adds what another collection has. */
    public void addAll(Findings others) {
        findings.addAll(others.findings);
    }

    /** All findings in the order in which they were made, each once. */
    public List<String> all() {
        return new ArrayList<>(findings);
    }
}
