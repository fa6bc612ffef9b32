package io.parley.site;

import java.util.Locale;

/** When the build insists that each id has a passing test or a known gap. */
enum EvidenceMode {
    /** When the build ran all modules with all their tests. */
    AUTO,
    /** Always. */
    STRICT,
    /** Never; what was not run is marked so. */
    REPORT;

    static EvidenceMode ofWord(String word) {
        for (EvidenceMode mode : values()) {
            if (mode.name().toLowerCase(Locale.ROOT).equals(word)) {
                return mode;
            }
        }
        throw new IllegalArgumentException("evidence=" + word + ", expected auto, strict or report");
    }
}
