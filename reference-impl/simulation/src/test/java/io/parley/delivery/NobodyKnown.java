package io.parley.delivery;

import io.parley.account.User;
import io.parley.account.Users;
import io.parley.kernel.UserId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** For groups, which are shown without their members: nobody is looked up. */
final class NobodyKnown implements Users {

    @Override
    public Optional<User> find(UserId id) {
        return Optional.empty();
    }

    @Override
    public Map<UserId, User> byIds(Collection<UserId> ids) {
        return Map.of();
    }

    @Override
    public Map<UserId, User> inMemory(Collection<UserId> ids) {
        return Map.of();
    }
}
