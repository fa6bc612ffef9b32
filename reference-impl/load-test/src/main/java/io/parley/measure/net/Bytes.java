package io.parley.measure.net;

/** Looks for bytes in bytes. */
public final class Bytes {

    private Bytes() {}

    /** Where the pattern begins in {@code from…to} (exclusive), or -1. */
    public static int indexOf(byte[] bytes, int from, int to, byte[] pattern) {
        for (int i = from; i + pattern.length <= to; i++) {
            int k = 0;
            while (k < pattern.length && bytes[i + k] == pattern[k]) {
                k++;
            }
            if (k == pattern.length) {
                return i;
            }
        }
        return -1;
    }

    /** Whether the pattern stands there. */
    public static boolean startsWith(byte[] bytes, int from, int to, byte[] pattern) {
        return from + pattern.length <= to && indexOf(bytes, from, from + pattern.length, pattern) == from;
    }
}
