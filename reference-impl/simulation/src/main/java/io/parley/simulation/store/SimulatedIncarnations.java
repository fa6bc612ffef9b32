package io.parley.simulation.store;

import io.parley.projection.IncarnationStore;
import io.parley.simulation.engine.Fact;
import io.parley.simulation.engine.SimulatedProcess;
import io.parley.simulation.engine.Tally;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/** The nodes' rows as one process reaches them; every change is decided once, now, later or never. */
final class SimulatedIncarnations implements IncarnationStore {

    private final Map<UUID, Beat> beats;
    private final Map<SimulatedProcess, UUID> latest;
    private final StoreClient client;
    private final Tally tally;

    SimulatedIncarnations(Rows rows, StoreClient client, Tally tally) {
        this.beats = rows.beats;
        this.latest = rows.latest;
        this.client = client;
        this.tally = tally;
    }

    /** All rows, and what no store knows: the last that each process wrote as its own. */
    static final class Rows {
        private final Map<UUID, Beat> beats = new TreeMap<>();
        private final Map<SimulatedProcess, UUID> latest = new HashMap<>();
    }

    @Override
    public CompletionStage<Boolean> register(Beat first) {
        return client.change(() -> {
            latest.put(client.process(), first.incarnation());
            return beats.putIfAbsent(first.incarnation(), first) == null;
        });
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
            if (latest.entrySet().stream()
                    .anyMatch(own ->
                            own.getValue().equals(incarnation) && !own.getKey().isDead())) {
                tally.add(Fact.LIVING_NODE_DECLARED_DEAD);
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
