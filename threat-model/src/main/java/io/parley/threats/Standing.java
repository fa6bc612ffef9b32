package io.parley.threats;

import java.util.Locale;

/** Where a scenario or a threat stands, worst first. */
public enum Standing {
    /** Nothing stops it yet. */
    OPEN,
    /** Left as it is, for a time. */
    ACCEPTED,
    /** Stopped, as tests show. */
    MITIGATED;

    /** The word that data files and pages use. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
