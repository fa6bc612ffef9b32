package io.parley.site.data;

import java.util.List;

/**
 * An error that the interface answers (RFC 9457).
 *
 * @param status of HTTP
 * @param extensions names of the typed extra members
 */
public record Problem(String id, int status, String title, List<String> extensions) {

    public Problem {
        // A list that the data file leaves out arrives as null.
        extensions = extensions == null ? List.of() : List.copyOf(extensions);
    }
}
