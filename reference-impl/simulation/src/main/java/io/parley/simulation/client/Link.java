package io.parley.simulation.client;

import io.parley.simulation.engine.Chance;
import io.parley.simulation.engine.Scheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code link.ts} and {@code heartbeat.ts}: one authenticated socket, kept up. */
public final class Link {

    private static final int UNAVAILABLE = 1013;

    /** The other end of a wire, as a device holds it. */
    public interface Socket {
        void send(String frame);

        void close();
    }

    /** What a socket tells the device. */
    public interface Handlers {
        void opened();

        void received(String frame);

        void closed(int code);
    }

    /** Opens a socket to whichever node it reaches. */
    public interface OpenSocket {
        Socket open(Handlers handlers);
    }

    /** What the link tells the device. */
    interface Owner {
        void live();

        void lost();

        void frame(Frame frame);
    }

    private enum Status {
        STOPPED,
        CONNECTING,
        LIVE,
        WAITING
    }

    private final Scheduler scheduler;
    private final Chance chance;
    private final OpenSocket opener;
    private final String token;
    private final Supplier<String> digest;
    private final Owner owner;
    private final List<Scheduler.Step> timers = new ArrayList<>();
    private Status status = Status.STOPPED;
    private @Nullable Socket socket;
    private Scheduler.@Nullable Step deadline;
    private Scheduler.@Nullable Step beat;
    private long epoch;
    private int attempt;

    Link(Scheduler scheduler, Chance chance, OpenSocket opener, String token, Supplier<String> digest, Owner owner) {
        this.scheduler = scheduler;
        this.chance = chance;
        this.opener = opener;
        this.token = token;
        this.digest = digest;
        this.owner = owner;
    }

    boolean isLive() {
        return status == Status.LIVE;
    }

    void start() {
        if (status == Status.STOPPED) {
            connect();
        }
    }

    void stop() {
        abandon();
        status = Status.STOPPED;
    }

    boolean send(String frame) {
        if (status != Status.LIVE || socket == null) {
            return false;
        }
        socket.send(frame);
        return true;
    }

    private void connect() {
        abandon();
        long mine = epoch;
        status = Status.CONNECTING;
        later(Pace.AUTHENTICATE, () -> {
            if (status == Status.CONNECTING) {
                lose(0);
            }
        });
        socket = opener.open(new Handlers() {
            @Override
            public void opened() {
                ifMine(mine, open -> open.send(Frame.authenticate(token)));
            }

            @Override
            public void received(String frame) {
                ifMine(mine, open -> receive(frame));
            }

            @Override
            public void closed(int code) {
                ifMine(mine, open -> lose(code));
            }
        });
    }

    private void ifMine(long mine, Consumer<Socket> action) {
        if (mine == epoch && socket != null) {
            action.accept(socket);
        }
    }

    private void receive(String text) {
        heard();
        Frame frame = Frame.parse(text);
        owner.frame(frame);
        if (!frame.type().equals("authenticated") || status == Status.LIVE) {
            return;
        }
        later(Pace.STEADY, () -> attempt = 0);
        beat = scheduler.after(Pace.BEAT, this::beat);
        status = Status.LIVE;
        owner.live();
    }

    private void beat() {
        send(Frame.ping(digest.get()));
        if (deadline == null) {
            deadline = scheduler.after(Pace.BEAT_ANSWER, () -> lose(0));
        }
        beat = scheduler.after(Pace.BEAT, this::beat);
    }

    private void heard() {
        if (deadline != null) {
            deadline.cancel();
            deadline = null;
        }
    }

    private void lose(int code) {
        if (code == UNAVAILABLE) {
            attempt = Math.max(attempt, Pace.OVERLOADED_ATTEMPT);
        }
        abandon();
        status = Status.WAITING;
        later(Duration.ofNanos(chance.between(0, Pace.backOffNanos(attempt++))), this::connect);
    }

    private void abandon() {
        epoch++;
        heard();
        if (beat != null) {
            beat.cancel();
        }
        timers.forEach(Scheduler.Step::cancel);
        timers.clear();
        if (socket != null) {
            socket.close();
            socket = null;
        }
        boolean wasLive = status == Status.LIVE;
        status = Status.CONNECTING;
        if (wasLive) {
            owner.lost();
        }
    }

    private void later(Duration delay, Runnable action) {
        timers.add(scheduler.after(delay, action));
    }
}
