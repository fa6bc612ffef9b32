package io.parley.site.data;

/**
 * A sentence of a source document.
 *
 * @param source number of the document
 * @param text word for word
 */
public record Quotation(String id, String source, String text) {}
