package io.parley.simulation.store;

import io.parley.projection.IncarnationStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/** The nodes' rows as one process reaches them; every change is decided once, now, later or never. */
final class SimulatedIncarnations implements IncarnationStore {

    private final Map<UUID, Beat> beats;
    private final StoreClient client;

    SimulatedIncarnations(Map<UUID, Beat> beats, StoreClient client) {
        this.beats = beats;
        this.client = client;
    }

    static Map<UUID, Beat> rows() {
        return new TreeMap<>();
    }

    @Override
    public CompletionStage<Boolean> register(Beat first) {
        return client.change(() -> beats.putIfAbsent(first.incarnation(), first) == null);
    }

    @Override
    public CompletionStage<Boolean> renew(Beat next) {
        return client.change(() -> {
            Beat present = beats.get(next.incarnation());
            boolean lives = present != null && !present.isDead();
            if (lives) {
                beats.put(next.incarnation(), next);
            }
            return lives;
        });
    }

    @Override
    public CompletionStage<List<Beat>> all() {
        return client.ask(() -> List.copyOf(beats.values()));
    }

    @Override
    public CompletionStage<Boolean> declareDead(UUID incarnation, long beat) {
        return client.change(() -> {
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
        return client.change(() -> Optional.ofNullable(beats.remove(incarnation)));
    }
}
