package io.parley.account;

import io.parley.kernel.DeviceId;
import io.parley.kernel.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where sessions and refresh tokens are kept. Blocking; thread-safe; every call is atomic. */
public interface SessionStore {

    /** An active session of a device. */
    record Session(UUID id, UserId user, DeviceId device) {}

    /** A refresh token as it is stored: its SHA-256 in hexadecimal, and its end. */
    record StoredToken(String hash, Instant expiresAt) {}

    /**
     * A session that began.
     *
     * @param replaced the session that the device had before
     */
    record Opened(Session session, Device device, @Nullable Session replaced) {}

    /** What became of a presented refresh token. */
    sealed interface Rotation {

        /** The token was good: its successor is stored. */
        record Rotated(Session session, User user, Device device) implements Rotation {}

        /** The token had been rotated before, longer ago than the grace: the session is over. */
        record Replayed(Session session) implements Rotation {}

        /** The token is unknown or expired. */
        record Unknown() implements Rotation {}
    }

    /**
     * Opens a session; a device that is not known is created, one that is known keeps its name unless another is given,
     * and its former session ends.
     */
    Opened open(Session session, @Nullable String deviceName, StoredToken token, Instant now);

    /**
     * Rotates a refresh token in one statement.
     *
     * @param graceStart a token that was first rotated at or after this time still yields a successor
     */
    Rotation rotate(String presentedHash, StoredToken successor, Instant now, Instant graceStart);

    /** Ends the session; what it was, if it was active. */
    Optional<Session> end(UUID session);

    /** Whether the session is this user's and device's and has not ended. */
    boolean isActive(Session session);
}
