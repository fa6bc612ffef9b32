package io.parley.evidence;

import org.jspecify.annotations.Nullable;

/**
 * An entry of the catalogue that no passing test backs yet, or backs in part.
 *
 * @param reason why not
 * @param closes feature that will close the gap
 * @param partial true when tests pass that show a part of it
 * @param missing what the tests do not show; with {@code partial} only
 */
public record Gap(
        String id,
        String reason,
        String closes,
        @Nullable Boolean partial,
        @Nullable String missing) {

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException when a part is blank, or {@code missing} stands without {@code partial}
     */
    public Gap {
        if (id == null || reason == null || reason.isBlank() || closes == null || closes.isBlank()) {
            throw new IllegalArgumentException("gap of " + id + ", expected id, reason and what closes it");
        }
        if (Boolean.TRUE.equals(partial) != (missing != null)) {
            throw new IllegalArgumentException(
                    "partial=" + partial + " of " + id + ", expected what is missing if partial");
        }
    }

    /** Whether passing tests show a part. */
    public boolean inPart() {
        return missing != null;
    }
}
