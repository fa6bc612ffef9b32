package io.parley.projection;

import io.parley.kernel.ConversationId;
import io.parley.log.Announcement;
import io.parley.log.Announcements;
import io.parley.log.BackOff;
import io.parley.log.ConversationLog;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * The projections of one node: announces conversations for its log, applies what the log commits, and once a second renews
 * the node's lease, lets go of what is idle, and makes good what dead nodes announced. No call blocks; safe for use by
 * several threads.
 */
public final class Projections implements Announcements {

    private static final Duration BACK_OFF_BASE = Duration.ofMillis(20);
    private static final Duration BACK_OFF_MAX = Duration.ofSeconds(1);

    private final ConcurrentMap<ConversationId, Active> actives = new ConcurrentHashMap<>();
    private final ProjectionParts parts;
    private final Endings endings;
    private final Pulse pulse;
    private volatile boolean stopping;

    /** @param projections each with a name of its own; applied in this order */
    public Projections(
            List<Projection> projections,
            IncarnationStore incarnations,
            MarkerStore markers,
            WatermarkStore watermarks,
            ProjectionSettings settings,
            ProjectionRuntime runtime) {
        Lease lease = new Lease(incarnations, settings, runtime, this::firstShard);
        this.parts = new ProjectionParts(
                new Applier(projections, watermarks, settings, runtime),
                markers,
                lease,
                new BacklogRoom(settings.backlogBytesMax()),
                settings,
                runtime,
                new BackOff(BACK_OFF_BASE, BACK_OFF_MAX, runtime.log().random()),
                new AtomicReference<>(),
                new AtomicReference<>(repaired -> {}));
        this.endings = new Endings(parts);
        this.pulse = new Pulse(
                parts, new Watch(incarnations, settings, runtime), new Sweeper(incarnations, parts), this::letGo);
    }

    /**
     * Begins; what was committed before is applied from here on.
     *
     * @param log that was given these projections as its announcements
     * @param repaired told of what this node made good, after it is applied
     */
    public void start(ConversationLog log, Consumer<ConversationRepaired> repaired) {
        parts.source().set(log);
        parts.listener().set(repaired);
        pulse.start();
    }

    /** Applies what is open, drops all markers and gives the row back; nothing is announced any more. */
    public CompletionStage<?> stop() {
        stopping = true;
        pulse.stop();
        CompletableFuture<?>[] ends = actives.keySet().stream()
                .map(conversation -> Optional.ofNullable(actives.get(conversation))
                        .map(active -> active.clean().thenCompose(clean -> endIfIdle(conversation)))
                        .orElseGet(() -> CompletableFuture.completedFuture(null))
                        .toCompletableFuture())
                .toArray(CompletableFuture[]::new);
        // With anything left open the row stays: it is swept when it falls silent.
        return CompletableFuture.allOf(ends)
                .thenCompose(ended -> actives.isEmpty() && endings.size() == 0
                        ? parts.lease().end()
                        : CompletableFuture.completedFuture(null));
    }

    @Override
    public CompletionStage<Announcement> announce(ConversationId conversation) {
        while (true) {
            int held = actives.size() + endings.size();
            if (stopping || (held >= parts.settings().activeMax() && !actives.containsKey(conversation))) {
                return CompletableFuture.failedFuture(
                        new IllegalStateException(stopping ? "the node stops" : "active=" + held + ", expected less"));
            }
            Active active = actives.computeIfAbsent(conversation, id -> new Active(id, parts));
            Optional<CompletionStage<Announcement>> announced = active.announced();
            if (announced.isPresent()) {
                return announced.get();
            }
            actives.remove(conversation, active); // It ends in another thread, or failed in doing so.
        }
    }

    private void letGo() {
        actives.keySet().forEach(this::endIfIdle);
        endings.tryAgain();
    }

    /** One that has ended is gone before anybody can wait for it: the conversation is announced by another. */
    private CompletionStage<?> endIfIdle(ConversationId conversation) {
        AtomicReference<CompletionStage<?>> ended = new AtomicReference<>(CompletableFuture.completedFuture(null));
        actives.computeIfPresent(conversation, (id, active) -> {
            Optional<CompletionStage<?>> end = active.endIfIdle(stopping);
            end.ifPresent(ending -> ended.set(endings.add(active, ending)));
            return end.isPresent() ? null : active;
        });
        return ended.get();
    }

    /** One shard earlier than any that a marker stands in: one may be on its way at this moment. */
    private long firstShard() {
        return parts.lease().present().map(this::firstShard).orElse(0L);
    }

    private long firstShard(Incarnation present) {
        // What ends is with the endings before it leaves the actives.
        long first = actives.values().stream()
                .mapToLong(active -> active.firstShard(present))
                .reduce(present.shard(), Math::min);
        return Math.max(0, Math.min(first, endings.firstShard(present)) - 1);
    }
}
