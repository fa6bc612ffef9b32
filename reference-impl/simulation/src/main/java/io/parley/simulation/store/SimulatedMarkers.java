package io.parley.simulation.store;

import io.parley.kernel.ConversationId;
import io.parley.projection.MarkerStore;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/** Markers as one process reaches them: the later timestamp wins, and what was cleared stays so. */
final class SimulatedMarkers implements MarkerStore {

    private record Cell(long timestamp, boolean stands) {}

    private record Shard(UUID incarnation, long number) {}

    /** All markers. */
    static final class Rows {

        private final Map<Place, Cell> cells = new HashMap<>();
        private final Set<Shard> cleared = new HashSet<>();

        private Cell change(Place place, Cell cell) {
            return cleared.contains(new Shard(place.incarnation(), place.shard()))
                    ? cell
                    : cells.merge(place, cell, (a, b) -> b.timestamp() > a.timestamp() ? b : a);
        }

        private List<ConversationId> standing(UUID incarnation, long shard) {
            return cells.entrySet().stream()
                    .filter(cell -> cell.getValue().stands())
                    .map(Map.Entry::getKey)
                    .filter(place -> place.incarnation().equals(incarnation) && place.shard() == shard)
                    .map(Place::conversation)
                    .sorted()
                    .toList();
        }

        private Shard clear(Shard shard) {
            cleared.add(shard);
            cells.keySet()
                    .removeIf(place ->
                            place.incarnation().equals(shard.incarnation()) && place.shard() == shard.number());
            return shard;
        }
    }

    private final Rows rows;
    private final StoreClient client;

    SimulatedMarkers(Rows rows, StoreClient client) {
        this.rows = rows;
        this.client = client;
    }

    @Override
    public CompletionStage<?> put(Place place, long timestamp) {
        return client.change(() -> rows.change(place, new Cell(timestamp, true)));
    }

    @Override
    public CompletionStage<?> drop(Place place, long timestamp) {
        return client.change(() -> rows.change(place, new Cell(timestamp, false)));
    }

    @Override
    public CompletionStage<List<ConversationId>> list(
            UUID incarnation, long shard, Optional<ConversationId> after, int limit) {
        return client.ask(() -> rows.standing(incarnation, shard).stream()
                .filter(found -> after.map(last -> found.compareTo(last) > 0).orElse(true))
                .limit(limit)
                .toList());
    }

    @Override
    public CompletionStage<?> clear(UUID incarnation, long shard) {
        return client.change(() -> rows.clear(new Shard(incarnation, shard)));
    }
}
