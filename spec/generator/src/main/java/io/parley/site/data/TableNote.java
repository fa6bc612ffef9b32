package io.parley.site.data;

import java.util.Map;

/**
 * What people should know of a table that its migration cannot tell.
 *
 * @param store canonical id of the container
 * @param owner canonical id of the component that alone writes it
 * @param holds one row, in a sentence
 * @param written by which kind of statement
 * @param bound how large a partition or the table gets
 * @param kept how long a row stays
 * @param cached what a node keeps of it in memory
 * @param columns meaning of each column, in the order of the page; empty for what a tool makes by itself
 */
public record TableNote(
        String table,
        String store,
        String owner,
        String holds,
        String written,
        String bound,
        String kept,
        String cached,
        Map<String, String> columns) {

    public TableNote {
        columns = columns == null ? Map.of() : new java.util.LinkedHashMap<>(columns);
    }
}
