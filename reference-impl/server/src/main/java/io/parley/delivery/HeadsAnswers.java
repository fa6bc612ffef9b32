package io.parley.delivery;

import io.parley.inbox.Inbox;
import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import io.parley.kernel.WireTime;
import io.parley.limits.Limits;
import io.parley.problem.Problem;
import io.parley.problem.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Tells a client how far its conversations are. The socket gets pushes already when the heads are read, so an entry is in
 * the heads, or pushed, or both; the client drops what it has. An answer also counts all conversations of the user: who holds
 * more was removed from one while it was away.
 */
@Service
class HeadsAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(HeadsAnswers.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Inbox inbox;
    private final Limits limits;
    private final InstantSource clock;

    HeadsAnswers(Inbox inbox, Limits limits, InstantSource clock) {
        this.inbox = inbox;
        this.limits = limits;
        this.clock = clock;
    }

    /** Answers with the heads that may have changed since the token, with all if it is none of ours. */
    CompletionStage<?> resume(Connection connection, UserId user, ClientFrame.Resume resume) {
        Instant now = clock.instant();
        String token = ResumeToken.of(now);
        Optional<Instant> since = resume.since().flatMap(text -> ResumeToken.read(text, now));
        return inbox.heads(user, since).handle((heads, failure) -> {
            if (failure == null) {
                send(connection, heads, token);
            } else {
                failed(failure);
                connection.send(new ServerFrame.Failed(Problem.retryAfter(ProblemType.STORE_UNAVAILABLE, RETRY_AFTER)));
            }
            return connection;
        });
    }

    /** Answers with a pong, and with the heads before it if the client holds something else. */
    CompletionStage<?> answer(Connection connection, UserId user, ClientFrame.Ping ping) {
        CompletionStage<?> compared = ping.digest().isEmpty()
                ? CompletableFuture.completedFuture(connection)
                : compare(connection, user, ping.digest().get());
        return compared.thenRun(() -> connection.send(new ServerFrame.Pong(WireTime.text(clock.instant()))));
    }

    private CompletionStage<?> compare(Connection connection, UserId user, String digest) {
        return inbox.heads(user, Optional.empty()).handle((heads, failure) -> {
            if (failure != null) {
                failed(failure); // The next ping compares again.
            } else if (!HeadsDigest.of(heads.changed()).equals(digest)) {
                send(connection, heads, null);
            }
            return connection;
        });
    }

    private void send(Connection connection, Inbox.Heads heads, @Nullable String token) {
        List<Map<String, Long>> frames = new ArrayList<>();
        Map<String, Long> frame = new LinkedHashMap<>();
        for (Map.Entry<ConversationId, Seq> head : heads.changed().entrySet()) {
            if (frame.size() == limits.socket().headsPerFrameMax()) {
                frames.add(frame);
                frame = new LinkedHashMap<>();
            }
            frame.put(head.getKey().toString(), head.getValue().value());
        }
        frames.forEach(full -> connection.send(new ServerFrame.Heads(full, null)));
        connection.send(new ServerFrame.Heads(frame, token, heads.count()));
    }

    private static void failed(Throwable failure) {
        LOG.warn("The heads of a user's conversations could not be read", failure);
    }
}
