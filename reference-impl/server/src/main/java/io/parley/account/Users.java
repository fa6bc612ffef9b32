package io.parley.account;

import io.parley.kernel.UserId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Looks users up. Blocking (PostgreSQL behind a small cache) but for what is in memory; thread-safe. A profile that another
 * node changed may be seen late, by the cache's age at most.
 */
public interface Users {

    /** The user, if the installation knows the id. */
    Optional<User> find(UserId id);

    /** Those of the ids that are known; each looked up once, the unknown ones left out. */
    Map<UserId, User> byIds(Collection<UserId> ids);

    /** Those of the ids that are in memory, as they were asked for lately. Does not block. */
    Map<UserId, User> inMemory(Collection<UserId> ids);
}
