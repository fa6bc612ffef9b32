package io.parley.site.code;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The sources of one component.
 *
 * @param files number of source files, without {@code package-info}
 * @param types public top-level types by package, sorted
 */
public record PackageCode(int files, Map<String, List<OfferedType>> types) {

    public PackageCode {
        types = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(types));
    }
}
