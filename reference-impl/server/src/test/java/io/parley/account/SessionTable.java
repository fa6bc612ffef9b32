package io.parley.account;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.QueryTimeoutException;

/** Active sessions in memory, which answer unless they are silent. */
final class SessionTable implements SessionStore {

    final Set<Session> active = new HashSet<>();
    boolean silent;

    /** Happens once, between an answer, or that none came, and what becomes of it. */
    Runnable afterAnswer = () -> {};

    @Override
    public boolean isActive(Session session) {
        boolean isActive = active.contains(session);
        Runnable event = afterAnswer;
        afterAnswer = () -> {};
        event.run();
        if (silent) {
            throw new QueryTimeoutException("no answer");
        }
        return isActive;
    }

    @Override
    public Opened open(Session session, @Nullable String deviceName, StoredToken token, Instant now) {
        throw new UnsupportedOperationException("asked only whether a session is active");
    }

    @Override
    public Rotation rotate(String presentedHash, StoredToken successor, Instant now, Instant graceStart) {
        throw new UnsupportedOperationException("asked only whether a session is active");
    }

    @Override
    public Optional<Session> end(UUID session) {
        throw new UnsupportedOperationException("asked only whether a session is active");
    }
}
