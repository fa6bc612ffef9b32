package io.parley.log;

import java.util.Optional;

/** What an entry does to its conversation. The code is what the store and the contract write. */
public enum Kind {
    /** Entry 1 of every log: type, title and first members. */
    CREATED("created", true),
    /** A message; the only kind that counts in the ordinal. */
    MESSAGE("message", false),
    /** Members come or go. */
    MEMBERSHIP("membership", true),
    /** A member gets another role. */
    ROLE("role", true),
    /** A group gets another title. */
    RENAME("rename", true),
    /** A message gets another text. */
    EDIT("edit", false),
    /** A message is deleted for everyone. */
    DELETION("deletion", true),
    /** A member reacts to a message, or no longer does. */
    REACTION("reaction", false);

    private final String code;
    private final boolean kept;

    Kind(String code, boolean kept) {
        this.code = code;
        this.kept = kept;
    }

    public String code() {
        return code;
    }

    /** True if its content is never erased: state and projections are drawn from it, also when they are drawn again. */
    public boolean isKept() {
        return kept;
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
