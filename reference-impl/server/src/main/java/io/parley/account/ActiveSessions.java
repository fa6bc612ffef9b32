package io.parley.account;

import io.parley.account.SessionStore.Session;
import io.parley.limits.Limits;
import io.parley.silence.KeptAnswers;
import io.parley.silence.KeptAnswers.Ages;
import io.parley.silence.KeptAnswers.Room;
import io.parley.silence.Silence;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Checks access tokens: the signature and the end first, then whether the session is still active.
 *
 * <p>While PostgreSQL answers, what is answered here is at most {@code token.session-cache-seconds} old, so a logout on
 * another node takes that long to be seen; one on this node counts at once. While it does not, what it said before counts
 * on, up to {@code token.session-stale-max-seconds}: a client fills its gaps by request. Of a session of which nothing is
 * known the answer is {@code store-unavailable}. Until its silence is known, the first to ask about each session waits for
 * its time-out, and who asks meanwhile, if something is known of it, for {@link Silence#ASK_AGAIN_AFTER} at most.
 */
final class ActiveSessions implements AccessTokens {

    static final int SESSIONS_MAX = 20_000;

    private final AccessTokenCodec codec;
    private final KeptAnswers<Session, Boolean> active;

    /** @param blocking where PostgreSQL is asked whether it is back, while nobody waits for that */
    ActiveSessions(
            AccessTokenCodec codec,
            SessionStore store,
            Limits.Token limits,
            Silence silence,
            InstantSource clock,
            Executor blocking) {
        this.codec = codec;
        this.active = new KeptAnswers<>(
                store::isActive,
                new Ages(limits.sessionCache(), limits.sessionStaleMax()),
                Room.forAnswers(SESSIONS_MAX),
                silence,
                clock,
                blocking);
    }

    @Override
    public Optional<Caller> verify(String token) {
        return codec.read(token)
                .filter(caller -> active.await(new Session(caller.session(), caller.user(), caller.device())));
    }

    /** After the session's end was committed: it counts here from now on, also against a question that is open. */
    void ended(Session session) {
        active.put(session, false);
    }
}
