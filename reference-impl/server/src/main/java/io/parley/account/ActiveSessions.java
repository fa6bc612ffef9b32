package io.parley.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;

/**
 * Checks access tokens: the signature first, then whether the session is still active. That answer is kept for
 * {@link #AGE_MAX} at most, so a logout on another node takes that long to be seen here; one on this node is seen at once.
 */
final class ActiveSessions implements AccessTokens {

    static final Duration AGE_MAX = Duration.ofSeconds(5);

    private static final int SESSIONS_MAX = 20_000;

    private final AccessTokenCodec codec;
    private final SessionStore store;
    private final Cache<SessionStore.Session, Boolean> active = Caffeine.newBuilder()
            .maximumSize(SESSIONS_MAX)
            .expireAfterWrite(AGE_MAX)
            .build();

    ActiveSessions(AccessTokenCodec codec, SessionStore store) {
        this.codec = codec;
        this.store = store;
    }

    @Override
    public Optional<Caller> verify(String token) {
        return codec.read(token)
                .filter(caller -> isActive(new SessionStore.Session(caller.session(), caller.user(), caller.device())));
    }

    /** After the session's end was committed: waits for a look-up that is under way, then forgets its answer. */
    void forget(SessionStore.Session session) {
        active.invalidate(session);
    }

    private boolean isActive(SessionStore.Session session) {
        return active.get(session, store::isActive);
    }
}
