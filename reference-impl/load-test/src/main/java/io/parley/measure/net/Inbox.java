package io.parley.measure.net;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that came and are not all understood yet. */
final class Inbox {

    private static final int SMALL = 1024;

    private byte[] bytes = new byte[SMALL];
    private int from;
    private int to;

    void add(ByteBuffer more) {
        int count = more.remaining();
        if (to + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, to + count));
        }
        more.get(bytes, to, count);
        to += count;
    }

    byte[] array() {
        return bytes;
    }

    int position() {
        return from;
    }

    int size() {
        return to - from;
    }

    int at(int offset) {
        return bytes[from + offset];
    }

    /** Unsigned, the highest byte first. */
    long number(int offset, int length) {
        long number = 0;
        for (int i = 0; i < length; i++) {
            number = number << 8 | (bytes[from + offset + i] & 0xFF);
        }
        return number;
    }

    void skip(int count) {
        from += count;
    }

    /** What is left moves to the front. */
    void compact() {
        System.arraycopy(bytes, from, bytes, 0, to - from);
        to -= from;
        from = 0;
    }

    /** Index in the array, or -1. */
    int indexOf(byte[] pattern) {
        return Bytes.indexOf(bytes, from, to, pattern);
    }

    String text(int start, int length) {
        return new String(bytes, start, length, StandardCharsets.UTF_8);
    }
}
