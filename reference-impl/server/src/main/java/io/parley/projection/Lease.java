package io.parley.projection;

import io.parley.projection.Incarnation.Moment;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps this node's incarnation alive, and takes another one when it was declared dead. One renewal at a time. */
final class Lease {

    private static final Logger LOG = LoggerFactory.getLogger(Lease.class);

    private final IncarnationStore store;
    private final ProjectionSettings settings;
    private final ProjectionRuntime runtime;
    private final LongSupplier firstShard;
    private final AtomicReference<@Nullable CompletableFuture<Incarnation>> renewal = new AtomicReference<>();
    private volatile @Nullable Incarnation present;

    /** @param firstShard of the present incarnation: no marker stands before it */
    Lease(IncarnationStore store, ProjectionSettings settings, ProjectionRuntime runtime, LongSupplier firstShard) {
        this.store = store;
        this.settings = settings;
        this.runtime = runtime;
        this.firstShard = firstShard;
    }

    /** The incarnation that this node goes by, held or not. */
    Optional<Incarnation> present() {
        return Optional.ofNullable(present);
    }

    /** An incarnation that is held; renewed first, if it is not. */
    CompletionStage<Incarnation> held() {
        return present()
                .filter(Incarnation::isHeld)
                .<CompletionStage<Incarnation>>map(CompletableFuture::completedFuture)
                .orElseGet(this::renew);
    }

    /** Renews, or joins the renewal that is under way. */
    CompletionStage<Incarnation> renew() {
        CompletableFuture<Incarnation> mine = new CompletableFuture<>();
        CompletableFuture<Incarnation> other = renewal.compareAndExchange(null, mine);
        if (other != null) {
            return other;
        }
        Moment begun = new Moment(runtime.nanos(), runtime.millis());
        Incarnation known = present;
        // Begun in a stage: whatever throws must not leave everybody waiting for this renewal.
        CompletableFuture.completedStage(begun)
                .thenCompose(now -> known == null ? register(now) : renew(known, now))
                .whenComplete((held, failure) -> {
                    if (failure == null) {
                        // Before the next may begin, which would register another.
                        present = held;
                    }
                    renewal.set(null);
                    if (failure == null) {
                        mine.complete(held);
                    } else {
                        mine.completeExceptionally(failure);
                    }
                });
        return mine;
    }

    private CompletionStage<Incarnation> renew(Incarnation known, Moment begun) {
        return store.renew(known.next(firstShard.getAsLong()))
                .thenComposeAsync(
                        lives -> {
                            if (lives) {
                                known.confirmed(begun);
                                return CompletableFuture.completedFuture(known);
                            }
                            LOG.warn("This node was taken for dead: it did not renew its row in time");
                            return register(new Moment(runtime.nanos(), runtime.millis()));
                        },
                        runtime.executor());
    }

    /** A row whose registration was not confirmed belongs to nobody; the others will declare it dead and remove it. */
    private CompletionStage<Incarnation> register(Moment begun) {
        Incarnation next = new Incarnation(runtime.newId(), begun, runtime, settings);
        return store.register(next.next(0)).thenApply(added -> {
            if (!added) {
                throw new IllegalStateException("incarnation=" + next.id() + ", expected an id that nobody has");
            }
            return next;
        });
    }

    /** Gives the row back; what is announced must have been dropped before. */
    CompletionStage<?> end() {
        Incarnation last = present;
        return last == null ? CompletableFuture.completedFuture(null) : store.remove(last.id());
    }
}
