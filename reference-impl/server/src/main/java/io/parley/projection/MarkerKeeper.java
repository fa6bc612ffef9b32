package io.parley.projection;

import io.parley.kernel.ConversationId;
import io.parley.projection.MarkerStore.Place;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The marker of one active conversation: written once, again under a new incarnation, and moved now and then to a younger
 * shard, so that the old ones can be forgotten. Safe for use by several threads.
 */
final class MarkerKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(MarkerKeeper.class);

    /** Shards of age after which a marker moves. */
    private static final int SHARDS_MAX = 10;

    private final ConversationId conversation;
    private final ProjectionParts parts;

    /** Places of the present incarnation where a marker stands, or may stand as its write was not answered. */
    private final Set<Place> places = new HashSet<>();

    /** Under which one stands, and under which one was last written, whatever became of it. */
    private @Nullable Incarnation incarnation;

    private @Nullable Incarnation tried;
    private long shard;
    private @Nullable CompletableFuture<?> writing;

    MarkerKeeper(ConversationId conversation, ProjectionParts parts) {
        this.conversation = conversation;
        this.parts = parts;
    }

    /** True while the marker stands and nobody can have swept it. */
    synchronized boolean isHeld() {
        return incarnation != null && incarnation.isHeld();
    }

    synchronized boolean isUnderWay() {
        return writing != null;
    }

    /** Completes when a marker stands under an incarnation that is held. */
    CompletionStage<?> stands() {
        CompletableFuture<?> written;
        synchronized (this) {
            if (writing != null) {
                return writing;
            }
            if (incarnation != null && incarnation.isHeld() && incarnation.shard() - shard < SHARDS_MAX) {
                return CompletableFuture.completedFuture(null);
            }
            written = new CompletableFuture<>();
            writing = written;
        }
        parts.lease().held().thenCompose(this::put).whenComplete((put, failure) -> {
            synchronized (this) {
                writing = null;
            }
            if (failure == null) {
                written.complete(null);
            } else {
                written.completeExceptionally(failure);
            }
        });
        return written;
    }

    private CompletionStage<?> put(Incarnation next) {
        Place place = new Place(next.id(), next.shard(), conversation);
        synchronized (this) {
            // What stands under an earlier incarnation is its sweeper's.
            places.removeIf(other -> !other.incarnation().equals(next.id()));
            places.add(place);
            tried = next;
        }
        return parts.markers().put(place, next.nextTimestamp()).thenAccept(stands -> moved(next, place));
    }

    private void moved(Incarnation next, Place place) {
        List<Place> old;
        synchronized (this) {
            incarnation = next;
            shard = place.shard();
            old = places.stream().filter(other -> !other.equals(place)).toList();
        }
        drop(old, next.nextTimestamp()).whenComplete((dropped, failure) -> {
            if (failure != null) {
                LOG.warn("An old marker of conversation {} is not dropped yet", conversation, failure);
            }
        });
    }

    /** The timestamp of the drop: whatever is put later wins over it. */
    synchronized long end() {
        return tried == null ? 0 : tried.nextTimestamp();
    }

    /** Drops all that may stand; to be called again when it fails. */
    CompletionStage<?> drop(long timestamp) {
        List<Place> all;
        synchronized (this) {
            all = List.copyOf(places);
        }
        return drop(all, timestamp);
    }

    /** What is not dropped keeps its place: the row goes on to name its shard, and it is dropped with the next ones. */
    private CompletionStage<?> drop(List<Place> old, long timestamp) {
        CompletableFuture<?>[] drops = old.stream()
                // Begun in a stage: what throws has failed.
                .map(place -> CompletableFuture.completedStage(place)
                        .thenCompose(each -> parts.markers().drop(each, timestamp))
                        .thenRun(() -> forget(place))
                        .toCompletableFuture())
                .toArray(CompletableFuture[]::new);
        return CompletableFuture.allOf(drops);
    }

    private synchronized void forget(Place place) {
        places.remove(place);
    }

    /** The oldest shard of this incarnation that a marker may stand in. */
    synchronized long firstShard(Incarnation present) {
        return places.stream()
                .filter(place -> place.incarnation().equals(present.id()))
                .mapToLong(Place::shard)
                .min()
                .orElse(Long.MAX_VALUE);
    }
}
