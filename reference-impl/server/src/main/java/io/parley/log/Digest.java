package io.parley.log;

import com.google.errorprone.annotations.Immutable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * Salted SHA-256 of a content: it stays in the envelope after the content is erased, and without the salt, which goes
 * with the content, nobody can test a guess against it.
 *
 * @param hex 64 lower-case hex digits
 */
@Immutable
public record Digest(String hex) {

    private static final int HEX_DIGITS = 64;

    public Digest {
        if (hex.length() != HEX_DIGITS) {
            throw new IllegalArgumentException("digest, expected " + HEX_DIGITS + " hex digits");
        }
    }

    static Digest of(UUID salt, String content) {
        MessageDigest sha = sha256();
        sha.update(salt.toString().getBytes(StandardCharsets.US_ASCII));
        return new Digest(HexFormat.of().formatHex(sha.digest(content.getBytes(StandardCharsets.UTF_8))));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
