package io.parley.account;

import java.util.Optional;

/** Checks access tokens that arrive elsewhere than in a request's header: in a WebSocket frame. Blocking; thread-safe. */
public interface AccessTokens {

    /** The caller, if the token is ours, unexpired, and its session is still active. */
    Optional<Caller> verify(String token);
}
