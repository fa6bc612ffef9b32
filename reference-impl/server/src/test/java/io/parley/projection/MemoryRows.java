package io.parley.projection;

import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Incarnations, markers and watermarks in memory, by the rules of their ports; may stop to answer. */
final class MemoryRows implements IncarnationStore, MarkerStore, WatermarkStore {

    private record Cell(long timestamp, boolean stands) {}

    private final Map<UUID, Beat> beats = new LinkedHashMap<>();
    private final Map<Place, Cell> markers = new HashMap<>();
    private final Set<String> cleared = new HashSet<>();
    private final Map<ConversationId, Map<String, Seq>> watermarks = new HashMap<>();
    private final Set<String> built = new HashSet<>();
    private final Set<UUID> undeclared = new HashSet<>();
    private int markersPut;
    private int saves;
    private boolean silent;
    private boolean throwing;
    private boolean savesThrow;
    private boolean dropsThrow;

    /** From here on nothing is done and every call fails. */
    void fallSilent() {
        silent = true;
    }

    /** This one cannot be declared dead; the call throws. */
    void neverDeclare(UUID incarnation) {
        undeclared.add(incarnation);
    }

    /** From here on every call throws instead of answering with a failure. */
    void beginToThrow() {
        throwing = true;
    }

    /** From here on a watermark that is to be saved throws. */
    void beginToThrowOnSave() {
        savesThrow = true;
    }

    /** From here on a marker that is to be dropped throws. */
    void beginToThrowOnDrop() {
        dropsThrow = true;
    }

    void answerAgain() {
        savesThrow = false;
        dropsThrow = false;
        silent = false;
        throwing = false;
    }

    int markersPut() {
        return markersPut;
    }

    /** Watermarks that were saved, also in vain. */
    int saves() {
        return saves;
    }

    long watermark(ConversationId conversation, Projection projection) {
        return watermarks
                .getOrDefault(conversation, Map.of())
                .getOrDefault(projection.name(), Seq.NONE)
                .value();
    }

    List<Beat> beats() {
        return List.copyOf(beats.values());
    }

    /** Conversations that are marked, by whichever incarnation. */
    Set<ConversationId> marked() {
        Set<ConversationId> marked = new HashSet<>();
        markers.forEach((place, cell) -> {
            if (cell.stands()) {
                marked.add(place.conversation());
            }
        });
        return marked;
    }

    private <T> CompletionStage<T> answer(Supplier<T> call) {
        if (throwing) {
            throw new IllegalStateException("an error that was planted");
        }
        return silent
                ? CompletableFuture.failedFuture(new IllegalStateException("the store does not answer"))
                : CompletableFuture.completedFuture(call.get());
    }

    @Override
    public CompletionStage<Boolean> register(Beat first) {
        return answer(() -> beats.putIfAbsent(first.incarnation(), first) == null);
    }

    @Override
    public CompletionStage<Boolean> renew(Beat next) {
        return answer(() -> {
            Beat present = beats.get(next.incarnation());
            if (present == null || present.isDead()) {
                return false;
            }
            beats.put(next.incarnation(), next);
            return true;
        });
    }

    @Override
    public CompletionStage<List<Beat>> all() {
        return answer(() -> List.copyOf(beats.values()));
    }

    @Override
    public CompletionStage<Boolean> declareDead(UUID incarnation, long beat) {
        if (undeclared.contains(incarnation)) {
            throw new IllegalStateException("an error that was planted");
        }
        return answer(() -> {
            Beat present = beats.get(incarnation);
            if (present == null || present.isDead() || present.beat() != beat) {
                return false;
            }
            beats.put(incarnation, new Beat(incarnation, beat, present.firstShard(), present.lastShard(), true));
            return true;
        });
    }

    @Override
    public CompletionStage<?> remove(UUID incarnation) {
        return answer(() -> Optional.ofNullable(beats.remove(incarnation)));
    }

    @Override
    public CompletionStage<?> put(Place place, long timestamp) {
        markersPut++;
        return answer(() -> change(place, new Cell(timestamp, true)));
    }

    @Override
    public CompletionStage<?> drop(Place place, long timestamp) {
        if (dropsThrow) {
            throw new IllegalStateException("an error that was planted");
        }
        return answer(() -> change(place, new Cell(timestamp, false)));
    }

    private Cell change(Place place, Cell cell) {
        if (cleared.contains(place.incarnation() + " " + place.shard())) {
            return cell;
        }
        return markers.merge(place, cell, (a, b) -> b.timestamp() > a.timestamp() ? b : a);
    }

    @Override
    public CompletionStage<List<ConversationId>> list(
            UUID incarnation, long shard, Optional<ConversationId> after, int limit) {
        return answer(() -> markers.entrySet().stream()
                .filter(marker -> marker.getValue().stands())
                .map(Map.Entry::getKey)
                .filter(place -> place.incarnation().equals(incarnation) && place.shard() == shard)
                .map(Place::conversation)
                .filter(found -> after.map(last -> found.compareTo(last) > 0).orElse(true))
                .sorted(Comparator.naturalOrder())
                .limit(limit)
                .toList());
    }

    @Override
    public CompletionStage<?> clear(UUID incarnation, long shard) {
        return answer(() -> {
            cleared.add(incarnation + " " + shard);
            return markers.keySet()
                    .removeIf(place -> place.incarnation().equals(incarnation) && place.shard() == shard);
        });
    }

    @Override
    public CompletionStage<Map<String, Seq>> read(ConversationId conversation) {
        return answer(() -> Map.copyOf(watermarks.getOrDefault(conversation, Map.of())));
    }

    @Override
    public CompletionStage<?> save(ConversationId conversation, String projection, Seq applied) {
        saves++;
        if (savesThrow) {
            throw new IllegalStateException("an error that was planted");
        }
        return answer(() -> watermarks
                .computeIfAbsent(conversation, id -> new HashMap<>())
                .merge(projection, applied, (a, b) -> b.isAfter(a) ? b : a));
    }

    @Override
    public CompletionStage<Boolean> isBuilt(String projection) {
        return answer(() -> built.contains(projection));
    }

    @Override
    public CompletionStage<?> built(String projection) {
        return answer(() -> built.add(projection));
    }
}
