package io.parley.delivery;

import io.parley.account.AccessTokens;
import io.parley.account.Caller;
import io.parley.account.Speaker;
import io.parley.account.Speakers;
import io.parley.contact.KnownBlocks;
import io.parley.kernel.WireTime;
import io.parley.limits.Limits;
import io.parley.problem.JsonFields;
import io.parley.problem.Problem;
import io.parley.problem.ProblemException;
import io.parley.problem.ProblemType;
import io.parley.problem.StoreAnswers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.springframework.stereotype.Service;

/**
 * Answers the frames of sockets. Frames of one connection come one at a time and in order; what they start may end in any
 * order. Authentication looks into PostgreSQL and blocks for that; nothing else does.
 */
@Service
public class FrameHandler {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final AccessTokens tokens;
    private final Speakers speakers;
    private final KnownBlocks blocks;
    private final Connections connections;
    private final HeadsAnswers heads;
    private final SendAnswers sends;
    private final MarkAnswers marks;
    private final Limits limits;
    private final InstantSource clock;

    FrameHandler(
            AccessTokens tokens,
            Speakers speakers,
            KnownBlocks blocks,
            Connections connections,
            HeadsAnswers heads,
            SendAnswers sends,
            MarkAnswers marks,
            Limits limits,
            InstantSource clock) {
        this.tokens = tokens;
        this.speakers = speakers;
        this.blocks = blocks;
        this.connections = connections;
        this.heads = heads;
        this.sends = sends;
        this.marks = marks;
        this.limits = limits;
        this.clock = clock;
    }

    /** A socket was opened. */
    public Connection opened(Transport transport) {
        return connections.opened(transport);
    }

    /** A socket is gone. */
    public void closed(Connection connection) {
        connections.closed(connection);
    }

    /** Something came that is no frame of the contract. */
    public void malformed(Connection connection) {
        connections.close(connection, CloseCode.MALFORMED);
    }

    /** A text frame came. */
    public void received(Connection connection, String text) {
        connection.heard(clock.instant());
        Optional<JsonFields> fields = parse(text);
        if (fields.isEmpty()) {
            malformed(connection);
            return;
        }
        try {
            handle(connection, ClientFrame.read(fields.get()));
        } catch (ProblemException e) {
            refuse(connection, e.problem());
        }
    }

    private static Optional<JsonFields> parse(String text) {
        try {
            return Optional.of(JsonFields.parse(text));
        } catch (ProblemException e) {
            return Optional.empty();
        }
    }

    /** Who has not said who they are is told nothing but that, or to come again when it cannot be found out now. */
    private void refuse(Connection connection, Problem problem) {
        if (connection.caller().isPresent()) {
            connection.send(new ServerFrame.Failed(problem));
        } else {
            boolean later = problem.type() == ProblemType.STORE_UNAVAILABLE;
            connections.close(connection, later ? CloseCode.OVERLOADED : CloseCode.UNAUTHENTICATED);
        }
    }

    private void handle(Connection connection, ClientFrame frame) {
        Caller caller = connection.caller().orElse(null);
        if (frame instanceof ClientFrame.Authenticate authenticate) {
            authenticate(connection, authenticate);
        } else if (caller == null) {
            connections.close(connection, CloseCode.UNAUTHENTICATED);
        } else if (!connection.begin(limits.socket().inFlightRequestsMax())) {
            overloaded(connection, frame);
        } else {
            start(connection, caller, frame).whenComplete((done, failure) -> connection.end());
        }
    }

    private CompletionStage<?> start(Connection connection, Caller caller, ClientFrame frame) {
        if (frame instanceof ClientFrame.Send send) {
            return sends.answer(connection, caller.user(), send);
        } else if (frame instanceof ClientFrame.Mark mark) {
            return marks.answer(connection, caller, mark);
        } else if (frame instanceof ClientFrame.Ping ping) {
            blocks.keep(caller.user());
            return heads.answer(connection, caller.user(), ping);
        }
        return heads.resume(connection, caller.user(), (ClientFrame.Resume) frame);
    }

    /** Sending the token again may prolong a connection, but not hand it to somebody else. */
    private void authenticate(Connection connection, ClientFrame.Authenticate frame) {
        Caller before = connection.caller().orElse(null);
        Caller caller =
                StoreAnswers.orUnavailable(() -> tokens.verify(frame.token())).orElse(null);
        if (caller == null || (before != null && !isOn(caller, before))) {
            connections.close(connection, CloseCode.UNAUTHENTICATED);
            return;
        }
        Speaker speaker =
                StoreAnswers.orUnavailable(() -> speakers.find(caller)).orElse(null);
        if (speaker == null) {
            connections.close(connection, CloseCode.UNAUTHENTICATED);
            return;
        }
        blocks.prepare(caller.user());
        connection.authenticated(caller);
        connection.send(
                new ServerFrame.Authenticated(speaker.user(), speaker.device(), WireTime.text(clock.instant())));
        connections.subscribe(connection, caller.user());
        closeIfEnded(connection, frame.token());
    }

    private static boolean isOn(Caller caller, Caller before) {
        return caller.user().equals(before.user()) && caller.device().equals(before.device());
    }

    /** A session that ended before its connection was subscribed found nothing to close: asked again, it is known to have. */
    private void closeIfEnded(Connection connection, String token) {
        try {
            if (StoreAnswers.orUnavailable(() -> tokens.verify(token)).isEmpty()) {
                connections.close(connection, CloseCode.UNAUTHENTICATED);
            }
        } catch (ProblemException unavailable) {
            connections.close(connection, CloseCode.OVERLOADED);
        }
    }

    private static void overloaded(Connection connection, ClientFrame frame) {
        Problem problem = Problem.retryAfter(ProblemType.OVERLOADED, RETRY_AFTER);
        if (frame instanceof ClientFrame.Send send) {
            connection.send(new ServerFrame.Refused(
                    send.conversation().toString(), send.id().toString(), problem));
        } else if (frame instanceof ClientFrame.Mark mark) {
            connection.send(new ServerFrame.Failed(mark.conversation().toString(), problem));
        } else {
            connection.send(new ServerFrame.Failed(problem));
        }
    }
}
