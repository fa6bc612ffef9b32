package io.parley.conversation;

import java.nio.charset.StandardCharsets;

/** What counts as text. */
final class Texts {

    private Texts() {}

    /** False for a lone surrogate: JSON can carry one, UTF-8 cannot, so it would not come back as it was sent. */
    static boolean isUnicode(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    static int utf8Bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
