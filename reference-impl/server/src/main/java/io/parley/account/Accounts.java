package io.parley.account;

import io.parley.account.UserStore.Credentials;
import io.parley.account.UserStore.NewUser;
import io.parley.kernel.UserId;
import io.parley.problem.ProblemException;
import io.parley.problem.ProblemType;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Registration, login and profile. Blocking; thread-safe; refusals are {@link ProblemException}s of the catalogue. */
public final class Accounts {

    private final UserStore store;
    private final Sessions sessions;
    private final CachedUsers cache;
    private final PasswordHashing hashing;
    private final AccountRules rules;
    private final Supplier<UUID> ids;
    private final InstantSource clock;

    Accounts(
            UserStore store,
            Sessions sessions,
            CachedUsers cache,
            PasswordHashing hashing,
            AccountRules rules,
            Supplier<UUID> ids,
            InstantSource clock) {
        this.store = store;
        this.sessions = sessions;
        this.cache = cache;
        this.hashing = hashing;
        this.rules = rules;
        this.ids = ids;
        this.clock = clock;
    }

    /** Adds a user and opens the first session (USR-1). */
    public Grant register(Registration registration) {
        rules.check(registration);
        String username = AccountRules.fold(registration.username());
        User user = new User(new UserId(ids.get()), username, username);
        String hash = hashing.hash(registration.password());
        store.add(new NewUser(user, registration.email(), hash, clock.instant()))
                .ifPresent(Accounts::refuse);
        return sessions.open(user, registration.device(), registration.deviceName());
    }

    /** Opens a session on a password (USR-2). */
    public Grant login(Login login) {
        rules.checkDeviceName(login.deviceName());
        Optional<Credentials> credentials =
                rules.isLoginName(login.name()) ? store.credentials(AccountRules.fold(login.name())) : Optional.empty();
        if (!hashing.matches(login.password(), credentials.map(Credentials::passwordHash))) {
            throw ProblemException.of(ProblemType.WRONG_CREDENTIALS);
        }
        return sessions.open(credentials.orElseThrow().user(), login.device(), login.deviceName());
    }

    /** The caller's own profile, as it is now. */
    public User profile(Caller caller) {
        return store.byIds(List.of(caller.user())).stream()
                .findFirst()
                .orElseThrow(() -> ProblemException.of(ProblemType.UNAUTHENTICATED));
    }

    /** Changes the caller's display name (USR-3). */
    public User rename(Caller caller, String displayName) {
        rules.checkDisplayName(displayName);
        User user = store.rename(caller.user(), displayName)
                .orElseThrow(() -> ProblemException.of(ProblemType.UNAUTHENTICATED));
        cache.changed(user);
        return user;
    }

    /** The user of exactly this name, in any case. */
    public Optional<User> byUsername(String username) {
        rules.checkUsername(username);
        return store.byUsername(AccountRules.fold(username));
    }

    private static void refuse(UserStore.Taken taken) {
        throw ProblemException.of(
                switch (taken) {
                    case USERNAME -> ProblemType.USERNAME_TAKEN;
                    case EMAIL -> ProblemType.EMAIL_TAKEN;
                });
    }
}
