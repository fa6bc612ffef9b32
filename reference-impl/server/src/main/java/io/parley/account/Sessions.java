package io.parley.account;

import io.parley.account.SessionStore.Opened;
import io.parley.account.SessionStore.Rotation;
import io.parley.account.SessionStore.Session;
import io.parley.account.SessionStore.StoredToken;
import io.parley.kernel.DeviceId;
import io.parley.limits.Limits;
import io.parley.problem.ProblemException;
import io.parley.problem.ProblemType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/**
 * The sessions of devices: each begins with a login and goes on by refresh, until logout, a new login of the device, or a
 * refresh token that comes back later than its grace (USR-2). Blocking; thread-safe.
 */
public final class Sessions {

    private final SessionStore store;
    private final ActiveSessions active;
    private final AccessTokenCodec codec;
    private final RefreshTokens refreshTokens;
    private final Limits.Token limits;
    private final Supplier<UUID> ids;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    Sessions(
            SessionStore store,
            ActiveSessions active,
            AccessTokenCodec codec,
            RefreshTokens refreshTokens,
            Limits.Token limits,
            Supplier<UUID> ids,
            InstantSource clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.active = active;
        this.codec = codec;
        this.refreshTokens = refreshTokens;
        this.limits = limits;
        this.ids = ids;
        this.clock = clock;
        this.events = events;
    }

    /** Opens a session of an authenticated user; a device that is not named gets a new id. */
    Grant open(User user, @Nullable DeviceId device, @Nullable String deviceName) {
        Instant now = clock.instant();
        String refreshToken = refreshTokens.next();
        DeviceId id = device == null ? new DeviceId(ids.get()) : device;
        Opened opened = store.open(new Session(ids.get(), user.id(), id), deviceName, stored(refreshToken, now), now);
        if (opened.replaced() != null) {
            ended(opened.replaced());
        }
        return grant(user, opened.device(), opened.session(), refreshToken);
    }

    /**
     * Lets the session go on and rotates its refresh token.
     *
     * @throws ProblemException {@code refresh-refused} for a token that is unknown, expired or replayed
     */
    public Grant refresh(String presented) {
        Instant now = clock.instant();
        String successor = refreshTokens.next();
        Rotation rotation = store.rotate(
                RefreshTokens.hash(presented), stored(successor, now), now, now.minus(limits.refreshGrace()));
        if (rotation instanceof Rotation.Rotated rotated) {
            return grant(rotated.user(), rotated.device(), rotated.session(), successor);
        }
        if (rotation instanceof Rotation.Replayed replayed) {
            ended(replayed.session());
        }
        throw ProblemException.of(ProblemType.REFRESH_REFUSED);
    }

    /** Ends the caller's session; its access token is refused from now on. */
    public void logout(Caller caller) {
        store.end(caller.session()).ifPresent(this::ended);
    }

    private void ended(Session session) {
        active.ended(session);
        events.publishEvent(new SessionEnded(session.user(), session.device(), session.id()));
    }

    private StoredToken stored(String refreshToken, Instant now) {
        return new StoredToken(RefreshTokens.hash(refreshToken), now.plus(limits.refresh()));
    }

    private Grant grant(User user, Device device, Session session, String refreshToken) {
        return new Grant(user, device, codec.issue(session), refreshToken, limits.access());
    }
}
