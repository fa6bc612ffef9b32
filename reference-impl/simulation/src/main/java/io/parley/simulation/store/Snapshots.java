package io.parley.simulation.store;

import io.parley.log.LogStore.Snapshot;
import io.parley.simulation.engine.Chance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All snapshots that were saved of one conversation; the highest wins, and a bad day shows an older one. */
final class Snapshots {

    private final List<Snapshot> saved = new ArrayList<>();

    void save(Snapshot snapshot) {
        saved.add(snapshot);
    }

    Optional<Snapshot> latest() {
        return saved.stream().max(Comparator.comparing(Snapshot::seq));
    }

    Optional<Snapshot> stale(Chance chance) {
        return saved.isEmpty() || chance.happens(0.3) ? Optional.empty() : Optional.of(chance.oneOf(saved));
    }
}
