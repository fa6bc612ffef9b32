package io.parley.site.data;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error that the interface answers (RFC 9457).
 *
 * @param status of HTTP
 * @param extensions names of the typed extra members
 * @param future the requirement that brings it, when nothing answers it yet
 * @param fault true if only a mistake in the server answers it
 */
public record Problem(
        String id,
        int status,
        String title,
        List<String> extensions,
        @Nullable String future,
        @Nullable Boolean fault) {

    public Problem {
        // A list that the data file leaves out arrives as null.
        extensions = extensions == null ? List.of() : List.copyOf(extensions);
    }
}
