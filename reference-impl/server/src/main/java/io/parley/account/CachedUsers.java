package io.parley.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.parley.kernel.UserId;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Users by id, out of memory where they were asked for lately. Unknown ids are not remembered. */
final class CachedUsers implements Users {

    private static final int USERS_MAX = 10_000;
    private static final Duration AGE_MAX = Duration.ofSeconds(30);

    private final UserStore store;
    private final Cache<UserId, User> cache = Caffeine.newBuilder()
            .maximumSize(USERS_MAX)
            .expireAfterWrite(AGE_MAX)
            .build();

    CachedUsers(UserStore store) {
        this.store = store;
    }

    @Override
    public Optional<User> find(UserId id) {
        return Optional.ofNullable(byIds(List.of(id)).get(id));
    }

    @Override
    public Map<UserId, User> byIds(Collection<UserId> ids) {
        Map<UserId, User> found = new HashMap<>(inMemory(ids));
        Set<UserId> missing = new LinkedHashSet<>(ids);
        missing.removeAll(found.keySet());
        if (!missing.isEmpty()) {
            store.byIds(missing).forEach(user -> {
                cache.put(user.id(), user);
                found.put(user.id(), user);
            });
        }
        return found;
    }

    @Override
    public Map<UserId, User> inMemory(Collection<UserId> ids) {
        return cache.getAllPresent(ids);
    }

    /** After the change was committed. A look-up at the same moment may still leave the former profile, for its age. */
    void changed(User user) {
        cache.put(user.id(), user);
    }
}
