package io.parley.site.data;

/**
 * A limit of the public contract.
 *
 * @param requirement catalogue id that asks for it
 * @param bounds what it bounds
 */
public record Limit(String id, long value, String unit, String requirement, String bounds) {

    /** Value and unit with digits in groups, such as {@code 16 384 bytes}. */
    public String text() {
        return Numbers.grouped(value) + Numbers.NARROW_SPACE + unit;
    }
}
