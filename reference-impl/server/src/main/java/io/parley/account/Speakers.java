package io.parley.account;

import io.parley.problem.ProblemException;
import java.util.Optional;

/** Looks up who speaks by a token: what they are called. Blocking (PostgreSQL); thread-safe. */
public interface Speakers {

    /**
     * The caller's user and device, if both are known; as they are, or, while PostgreSQL is silent, as they were.
     *
     * @throws ProblemException {@code store-unavailable} if that cannot be found out now
     */
    Optional<Speaker> find(Caller caller);
}
