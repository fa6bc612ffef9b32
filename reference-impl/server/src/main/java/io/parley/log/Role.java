package io.parley.log;

import java.util.Locale;

/** What a member may do. */
public enum Role {
    /** Made the group and may change it. */
    OWNER,
    /** Reads and writes. */
    MEMBER;

    /** Lower-case name, as the store and the contract write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one of this code. */
    public static Role of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
