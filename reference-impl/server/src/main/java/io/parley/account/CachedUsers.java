package io.parley.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Policy;
import com.github.benmanes.caffeine.cache.Ticker;
import io.parley.kernel.UserId;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Users by id, out of memory where they were asked for lately. They stay in memory longer than that, for those who must not
 * ask the store: who was found a moment ago is there for them, unless too many others were; who is held, in any case. Unknown
 * ids are not remembered.
 */
final class CachedUsers implements Users {

    private static final int USERS_MAX = 10_000;
    private static final Duration AGE_MAX = Duration.ofSeconds(30);

    /** Several may hold the same user. */
    private record Kept(User user, int holders) {}

    private final UserStore store;
    private final Map<UserId, Kept> held = new ConcurrentHashMap<>();
    private final Cache<UserId, User> cache;
    private final Policy.FixedExpiration<UserId, User> ages;

    CachedUsers(UserStore store) {
        this(store, Ticker.systemTicker());
    }

    CachedUsers(UserStore store, Ticker ticker) {
        this.store = store;
        this.cache = Caffeine.newBuilder()
                .maximumSize(USERS_MAX)
                .expireAfterWrite(AGE_MAX.multipliedBy(2))
                .ticker(ticker)
                .build();
        this.ages = cache.policy().expireAfterWrite().orElseThrow();
    }

    @Override
    public Optional<User> find(UserId id) {
        return Optional.ofNullable(byIds(List.of(id)).get(id));
    }

    @Override
    public Map<UserId, User> byIds(Collection<UserId> ids) {
        Map<UserId, User> found = inMemory(ids);
        found.keySet()
                .removeIf(id ->
                        ages.ageOf(id).filter(age -> age.compareTo(AGE_MAX) < 0).isEmpty());
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
    public Held hold(Collection<UserId> ids) {
        Map<UserId, User> found = byIds(ids);
        found.forEach((id, user) -> held.merge(id, new Kept(user, 1), (a, b) -> new Kept(user, a.holders + b.holders)));
        return new Held(found, () -> found.keySet().forEach(this::release));
    }

    private void release(UserId id) {
        held.computeIfPresent(id, (user, kept) -> kept.holders == 1 ? null : new Kept(kept.user, kept.holders - 1));
    }

    @Override
    public Map<UserId, User> inMemory(Collection<UserId> ids) {
        Map<UserId, User> found = new HashMap<>(cache.getAllPresent(ids));
        for (UserId id : ids) {
            Kept kept = held.get(id);
            if (kept != null) {
                found.putIfAbsent(id, kept.user);
            }
        }
        return found;
    }

    /** After the change was committed. A look-up at the same moment may still leave the former profile, for its age. */
    void changed(User user) {
        cache.put(user.id(), user);
        held.computeIfPresent(user.id(), (id, kept) -> new Kept(user, kept.holders));
    }
}
