package io.parley.kernel;

import java.util.UUID;

/** Identifies a device of one user; two users may have devices of the same id. Written as lower-case UUID text. */
public record DeviceId(UUID value) {

    /**
     * Reads the canonical text form.
     *
     * @throws IllegalArgumentException unless the text is a lower-case UUID of 36 characters
     */
    public static DeviceId parse(String text) {
        return new DeviceId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
