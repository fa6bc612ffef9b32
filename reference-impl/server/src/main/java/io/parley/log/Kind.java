package io.parley.log;

import java.util.Optional;

/** What an entry does to its conversation. The code is what the store and the contract write. */
public enum Kind {
    /** Entry 1 of every log: type, title and first members. */
    CREATED("created"),
    /** A message; the only kind that counts in the ordinal. */
    MESSAGE("message");

    private final String code;

    Kind(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** The kind of this code, or nothing for one that a newer node wrote. */
    public static Optional<Kind> of(String code) {
        for (Kind kind : values()) {
            if (kind.code.equals(code)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
