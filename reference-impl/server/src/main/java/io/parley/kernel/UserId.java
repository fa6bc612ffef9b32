package io.parley.kernel;

import java.util.UUID;

/** Identifies a user of the installation for ever. Written as lower-case UUID text. */
public record UserId(UUID value) implements Comparable<UserId> {

    /**
     * Reads the canonical text form.
     *
     * @throws IllegalArgumentException unless the text is a lower-case UUID of 36 characters
     */
    public static UserId parse(String text) {
        return new UserId(Uuids.parse(text));
    }

    @Override
    public int compareTo(UserId other) {
        return Uuids.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
