package io.parley.site.code;

/**
 * A public top-level type.
 *
 * @param kind {@code class}, {@code interface}, {@code record}, {@code enum} or {@code annotation}, with {@code sealed} before it
 * @param purpose first sentence of its Javadoc as plain text with {@code `code`} spans; empty without Javadoc
 */
public record OfferedType(String name, String kind, String purpose) {}
