package io.parley.account;

import io.parley.kernel.UserId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Looks users up. Blocking (PostgreSQL behind a small cache); thread-safe. A profile that another node changed may be
 * seen late, by the cache's age at most.
 */
public interface Users {

    /** The user, if the installation knows the id. */
    Optional<User> find(UserId id);

    /** Those of the ids that are known; each looked up once, the unknown ones left out. */
    Map<UserId, User> byIds(Collection<UserId> ids);
}
