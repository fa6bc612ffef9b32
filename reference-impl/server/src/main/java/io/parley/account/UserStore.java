package io.parley.account;

import io.parley.kernel.DeviceId;
import io.parley.kernel.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where users and their devices are kept. Blocking; thread-safe; every call is atomic. */
public interface UserStore {

    /** What a registration adds; {@code username} is folded already. */
    record NewUser(User user, @Nullable String email, String passwordHash, Instant createdAt) {}

    /** A user with what proves a password. */
    record Credentials(User user, String passwordHash) {}

    /** Which unique name stood in the way. */
    enum Taken {
        USERNAME,
        EMAIL
    }

    /** Adds the user, or says what is taken. */
    Optional<Taken> add(NewUser user);

    /** By folded username or, if the name has an {@code @}, by folded e-mail address. */
    Optional<Credentials> credentials(String foldedName);

    /** Those of the ids that are known. */
    List<User> byIds(Collection<UserId> ids);

    /** By folded username. */
    Optional<User> byUsername(String foldedName);

    /** Changes the display name; the user as it then is. */
    Optional<User> rename(UserId user, String displayName);

    /** The user's device of this id. */
    Optional<Device> device(UserId user, DeviceId device);
}
