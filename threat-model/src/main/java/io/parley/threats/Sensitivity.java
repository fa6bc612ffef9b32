package io.parley.threats;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What it means when data of a class leaks, from nothing to power. */
public enum Sensitivity {
    /** Meant for everybody. */
    @JsonProperty("public")
    PUBLIC,
    /** Of use to an attacker, of little harm by itself. */
    @JsonProperty("internal")
    INTERNAL,
    /** Harms people. */
    @JsonProperty("confidential")
    CONFIDENTIAL,
    /** Gives power to whoever holds it. */
    @JsonProperty("secret")
    SECRET;

    /** The word that data files and pages use. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
