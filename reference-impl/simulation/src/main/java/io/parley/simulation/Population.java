package io.parley.simulation;

import io.parley.account.AccessTokens;
import io.parley.account.Caller;
import io.parley.account.Device;
import io.parley.account.Speaker;
import io.parley.account.Speakers;
import io.parley.account.User;
import io.parley.account.Users;
import io.parley.contact.BlockStore;
import io.parley.contact.NoBlocks;
import io.parley.kernel.DeviceId;
import io.parley.kernel.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.QueryTimeoutException;

/** Users and devices as PostgreSQL knows them, while it answers; not what is under test here. */
final class Population implements Users, Speakers, AccessTokens {

    private static final String SEPARATOR = "/";

    private final Map<UserId, User> users = new LinkedHashMap<>();
    private boolean silent;

    void add(UserId id, String name) {
        users.put(id, new User(id, name, name));
    }

    /** All users. */
    List<UserId> ids() {
        return List.copyOf(users.keySet());
    }

    /** Whoever asks is told by the driver that no answer came. */
    void silence(boolean begins) {
        silent = begins;
    }

    /** A token that speaks for a device. */
    static String token(UserId user, DeviceId device) {
        return user + SEPARATOR + device;
    }

    @Override
    public Optional<User> find(UserId id) {
        answer();
        return Optional.ofNullable(users.get(id));
    }

    @Override
    public Map<UserId, User> inMemory(Collection<UserId> ids) {
        return byIds(ids);
    }

    @Override
    public Map<UserId, User> byIds(Collection<UserId> ids) {
        // A cache is asked first in a real node: those who were seen lately are known without PostgreSQL.
        Map<UserId, User> found = new LinkedHashMap<>();
        users.forEach((id, user) -> {
            if (ids.contains(id)) {
                found.put(id, user);
            }
        });
        return found;
    }

    @Override
    public Optional<Speaker> find(Caller caller) {
        return find(caller.user()).map(user -> new Speaker(user, new Device(caller.device(), "device")));
    }

    @Override
    public Optional<Caller> verify(String token) {
        answer();
        String[] parts = token.split(SEPARATOR, 2);
        UserId user = UserId.parse(parts[0]);
        DeviceId device = DeviceId.parse(parts[1]);
        UUID session = device.value();
        return Optional.of(new Caller(user, device, session, Instant.MAX)).filter(caller -> users.containsKey(user));
    }

    /** What PostgreSQL knows of blocks: there are none. */
    BlockStore blocks() {
        return new NoBlocks(this::answer);
    }

    private void answer() {
        if (silent) {
            throw new QueryTimeoutException("PostgreSQL does not answer");
        }
    }
}
