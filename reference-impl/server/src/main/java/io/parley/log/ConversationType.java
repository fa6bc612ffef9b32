package io.parley.log;

import java.util.Locale;

/** The two forms of a conversation. */
public enum ConversationType {
    /** Exactly two members, for ever (MSG-1). */
    DIRECT,
    /** Three members and more, with an owner (MSG-2). */
    GROUP;

    /** Lower-case name, as the store and the contract write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one of this code. */
    public static ConversationType of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
