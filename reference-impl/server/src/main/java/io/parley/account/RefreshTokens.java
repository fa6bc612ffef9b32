package io.parley.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Makes refresh tokens: 256 random bits as text. Only their SHA-256 is stored; they need no salt. Thread-safe. */
final class RefreshTokens {

    private static final int TOKEN_BYTES = 32;

    private final SecureRandom random;

    RefreshTokens(SecureRandom random) {
        this.random = random;
    }

    /** A fresh token, 43 characters of the URL-safe alphabet. */
    String next() {
        byte[] token = new byte[TOKEN_BYTES];
        random.nextBytes(token);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** What is stored of a token. Any text has one, so that what a client presents needs no further check. */
    static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
