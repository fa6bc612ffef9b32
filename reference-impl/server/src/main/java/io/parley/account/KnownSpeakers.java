package io.parley.account;

import io.parley.kernel.DeviceId;
import io.parley.kernel.UserId;
import io.parley.limits.Limits;
import io.parley.silence.KeptAnswers;
import io.parley.silence.KeptAnswers.Ages;
import io.parley.silence.KeptAnswers.Room;
import io.parley.silence.Silence;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Who speaks, asked for each time while PostgreSQL answers. While it does not, what it said before counts on for as long as
 * the answer to whether their session is active: so who is known here, and lost a socket, gets in again.
 */
final class KnownSpeakers implements Speakers {

    private static final Duration EACH_TIME = Duration.ZERO;

    private final KeptAnswers<Id, Optional<Speaker>> known;

    /** Ids of devices are scoped to the user. */
    private record Id(UserId user, DeviceId device) {}

    /** @param blocking where PostgreSQL is asked whether it is back, while nobody waits for that */
    KnownSpeakers(
            Users users,
            UserStore store,
            Limits.Token limits,
            Silence silence,
            InstantSource clock,
            Executor blocking) {
        this.known = new KeptAnswers<>(
                id -> users.find(id.user())
                        .flatMap(user -> store.device(id.user(), id.device()).map(device -> new Speaker(user, device))),
                new Ages(EACH_TIME, limits.sessionStaleMax()),
                Room.forAnswers(ActiveSessions.SESSIONS_MAX),
                silence,
                clock,
                blocking);
    }

    @Override
    public Optional<Speaker> find(Caller caller) {
        return known.await(new Id(caller.user(), caller.device()));
    }
}
