package io.parley.threats;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How bad it is that a threat is left as it is: likelihood and harm together, as a person judges them. */
public enum Risk {
    @JsonProperty("high")
    HIGH,
    @JsonProperty("medium")
    MEDIUM,
    @JsonProperty("low")
    LOW;

    /** The word that data files and pages use. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
