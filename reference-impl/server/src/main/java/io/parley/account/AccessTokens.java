package io.parley.account;

import io.parley.problem.ProblemException;
import java.util.Optional;

/** Checks access tokens that arrive elsewhere than in a request's header: in a WebSocket frame. Blocking; thread-safe. */
public interface AccessTokens {

    /**
     * The caller, if the token is ours, unexpired, and its session is still active.
     *
     * @throws ProblemException {@code store-unavailable} if that cannot be found out now
     */
    Optional<Caller> verify(String token);
}
