package io.parley.delivery;

import io.parley.account.Caller;
import io.parley.log.AfterStep;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One socket: who speaks, when it was last heard, and how much waits to leave. Safe for use by several threads.
 *
 * <p>A client that reads slower than it is written to must cost neither memory nor the sender's time. Bytes that have not
 * left are counted; beyond the bound frames are dropped, and when the queue has drained a single {@code resync} tells the
 * client to ask for the heads again. Nothing is lost by that: the log has it all.
 *
 * <p>What one step of the log sends here is written together at its end: each write costs a call of the system and, at the
 * other end, a waking.
 */
public final class Connection {

    private static final EncodedFrame RESYNC = EncodedFrame.of(new ServerFrame.Resync());

    /** A close frame waits behind what is queued, for ever if the client does not read. */
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);

    private final long number;
    private final Transport transport;
    private final int pendingBytesMax;
    private final AfterStep afterStep;
    private final Instant openedAt;
    private final AtomicInteger requestsInFlight = new AtomicInteger();

    /** Of each conversation the write of marks that is under way, and the one after it, at most. */
    private final Set<CompletionStage<?>> awaited = ConcurrentHashMap.newKeySet();

    private volatile Instant heardAt;
    private volatile @Nullable Caller caller;
    private List<EncodedFrame> toWrite = new ArrayList<>();
    private int pendingBytes;
    private boolean dropping;
    private @Nullable Instant closingSince;

    /** @param number another one for each connection of this node */
    Connection(long number, Transport transport, int pendingBytesMax, AfterStep afterStep, Instant now) {
        this.number = number;
        this.transport = transport;
        this.pendingBytesMax = pendingBytesMax;
        this.afterStep = afterStep;
        this.openedAt = now;
        this.heardAt = now;
    }

    long number() {
        return number;
    }

    void send(ServerFrame frame) {
        send(EncodedFrame.of(frame));
    }

    /** Queues a frame, or drops it if too much waits already. */
    void send(EncodedFrame frame) {
        synchronized (this) {
            dropping |= pendingBytes + frame.bytes() > pendingBytesMax;
            if (dropping) {
                return;
            }
            pendingBytes += frame.bytes();
            toWrite.add(frame);
            if (toWrite.size() == 1) {
                afterStep.run(this::write);
            }
        }
    }

    private void write() {
        synchronized (this) {
            List<EncodedFrame> frames = toWrite;
            if (frames.isEmpty()) {
                return; // They went before a good-bye.
            }
            toWrite = new ArrayList<>();
            int bytes = frames.stream().mapToInt(EncodedFrame::bytes).sum();
            transport.send(frames, () -> left(bytes));
        }
    }

    private void left(int bytes) {
        synchronized (this) {
            pendingBytes -= bytes;
            if (dropping && pendingBytes == 0) {
                dropping = false;
                send(RESYNC);
            }
        }
    }

    /** Says good-bye once; {@link #closeOrCut} follows if nobody listens. */
    void close(CloseCode code, Instant now) {
        synchronized (this) {
            if (closingSince != null) {
                return;
            }
            closingSince = now;
        }
        write();
        transport.close(code);
    }

    /** True once the connection has been told to close; cuts it if that was too long ago. */
    boolean closeOrCut(Instant now) {
        Instant since;
        synchronized (this) {
            since = closingSince;
        }
        if (since != null && now.isAfter(since.plus(CLOSE_WITHIN))) {
            transport.cut();
        }
        return since != null;
    }

    /** Takes one of the places for requests whose answer is awaited; false if there is none. */
    boolean begin(int requestsMax) {
        // One step: who is refused has not held a place for a moment, for which another would be refused.
        return requestsInFlight.getAndUpdate(present -> Math.min(present + 1, requestsMax)) < requestsMax;
    }

    /** Gives the place back. */
    void end() {
        requestsInFlight.decrementAndGet();
    }

    /**
     * Waits for the end of something without holding a place. However many frames wait for the same, their client is told
     * once, and one of them is kept.
     */
    void awaitOnce(CompletionStage<?> end, Consumer<Throwable> failed) {
        if (awaited.add(end)) {
            end.whenComplete((done, failure) -> {
                // Before the client is told: who comes later waits anew.
                awaited.remove(end);
                if (failure != null) {
                    failed.accept(failure);
                }
            });
        }
    }

    Optional<Caller> caller() {
        return Optional.ofNullable(caller);
    }

    void authenticated(Caller by) {
        caller = by;
    }

    Instant openedAt() {
        return openedAt;
    }

    Instant heardAt() {
        return heardAt;
    }

    void heard(Instant now) {
        heardAt = now;
    }
}
