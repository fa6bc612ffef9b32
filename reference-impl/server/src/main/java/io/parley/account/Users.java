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

    /**
     * Who stays in memory until this is closed.
     *
     * @param users the known ones, by id
     * @param release gives them back; to be called once
     */
    record Held(Map<UserId, User> users, Runnable release) implements AutoCloseable {

        @Override
        public void close() {
            release.run();
        }
    }

    /** The user, if the installation knows the id. */
    Optional<User> find(UserId id);

    /** Those of the ids that are known; each looked up once, the unknown ones left out. */
    Map<UserId, User> byIds(Collection<UserId> ids);

    /**
     * Looks users up like {@link #byIds} for somebody who must not ask the store: they stay {@link #inMemory} until that is
     * done, however many others are asked for meanwhile.
     */
    default Held hold(Collection<UserId> ids) {
        return new Held(byIds(ids), () -> {});
    }

    /** Those of the ids that are in memory, as they were asked for lately or are held. Does not block. */
    Map<UserId, User> inMemory(Collection<UserId> ids);
}
