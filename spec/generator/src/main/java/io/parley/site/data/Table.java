package io.parley.site.data;

import java.util.List;

/**
 * A table, as the migrations make it.
 *
 * @param comment what stands above it in the script
 * @param columns in the order of the script
 */
public record Table(String name, String comment, List<Column> columns) {

    public Table {
        columns = List.copyOf(columns);
    }

    /**
     * A column.
     *
     * @param role part in a key or constraint, in words; may be empty
     */
    public record Column(String name, String type, String role) {}
}
