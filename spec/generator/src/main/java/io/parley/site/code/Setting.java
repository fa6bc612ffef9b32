package io.parley.site.code;

/**
 * A setting of the server.
 *
 * @param key as an operator writes it, such as {@code parley.log.cache}
 * @param initial value without a choice, with its unit; empty for none
 * @param meaning what its Javadoc says, with {@code `code`} spans
 */
public record Setting(String key, String initial, String meaning) {}
