package io.parley.acceptance.crash;

import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** The digest of a ping, computed as the contract states it and independently of the server's code. */
final class HeldDigest {

    private static final int HEX_DIGITS = 16;

    private HeldDigest() {}

    static String of(Map<ConversationId, Seq> held) {
        StringBuilder lines = new StringBuilder();
        new TreeMap<>(held)
                .forEach((conversation, seq) ->
                        lines.append(conversation).append(' ').append(seq).append('\n'));
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(lines.toString().getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(hash).substring(0, HEX_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
