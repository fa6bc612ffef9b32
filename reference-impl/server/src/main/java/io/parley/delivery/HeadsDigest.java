package io.parley.delivery;

import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a client holds, in 16 hex digits: the first eight bytes of a SHA-256 over the lines {@code conversationId SP seq LF},
 * sorted by id. Client and server compare it to notice a lost last push.
 */
final class HeadsDigest {

    private static final int BYTES = 8;

    private HeadsDigest() {}

    static String of(Map<ConversationId, Seq> heads) {
        StringBuilder lines = new StringBuilder();
        new TreeMap<>(heads)
                .forEach((id, seq) -> lines.append(id).append(' ').append(seq).append('\n'));
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(lines.toString().getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
