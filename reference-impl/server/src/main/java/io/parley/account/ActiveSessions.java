package io.parley.account;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Checks access tokens: the signature first, then whether the session is still active. That answer is kept for
 * {@link #AGE_MAX} at most, so a logout on another node takes that long to be seen here; one on this node is seen at once.
 */
final class ActiveSessions implements AccessTokens {

    static final Duration AGE_MAX = Duration.ofSeconds(5);

    private static final int SESSIONS_MAX = 20_000;

    private final AccessTokenCodec codec;
    private final SessionStore store;
    private final AsyncCache<SessionStore.Session, Boolean> active = Caffeine.newBuilder()
            .maximumSize(SESSIONS_MAX)
            .expireAfterWrite(AGE_MAX)
            .buildAsync();

    ActiveSessions(AccessTokenCodec codec, SessionStore store) {
        this.codec = codec;
        this.store = store;
    }

    @Override
    public Optional<Caller> verify(String token) {
        return codec.read(token)
                .filter(caller -> isActive(new SessionStore.Session(caller.session(), caller.user(), caller.device())));
    }

    /** After the session's end was committed: forgets what is known, also by a look-up that is under way. */
    void forget(SessionStore.Session session) {
        active.synchronous().invalidate(session);
    }

    /** Who asks while somebody else does shares the answer, and a failure too: nobody waits in turn for a dead store. */
    private boolean isActive(SessionStore.Session session) {
        CompletableFuture<Boolean> mine = new CompletableFuture<>();
        CompletableFuture<Boolean> other = active.asMap().putIfAbsent(session, mine);
        return other == null ? lookUp(session, mine) : answerOf(other);
    }

    private boolean lookUp(SessionStore.Session session, CompletableFuture<Boolean> answer) {
        try {
            boolean isActive = store.isActive(session);
            answer.complete(isActive);
            return isActive;
        } catch (RuntimeException | Error failure) {
            answer.completeExceptionally(failure);
            throw failure;
        }
    }

    private static boolean answerOf(CompletableFuture<Boolean> other) {
        try {
            return other.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }
}
