package io.parley.projection;

import io.parley.projection.IncarnationStore.Beat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices dead nodes: one whose row has not changed for a stated time, by this node's own clock, is declared dead by
 * compare-and-set on the beat that was seen. One look at a time.
 */
final class Watch {

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

    private final IncarnationStore store;
    private final ProjectionSettings settings;
    private final ProjectionRuntime runtime;
    private final Map<UUID, Seen> seen = new HashMap<>();

    /** Whether the last look failed to declare one: told once, not with every look. */
    private volatile boolean failed;

    private record Seen(long beat, long sinceNanos) {}

    Watch(IncarnationStore store, ProjectionSettings settings, ProjectionRuntime runtime) {
        this.store = store;
        this.settings = settings;
        this.runtime = runtime;
    }

    /** The incarnations that are dead, now or since earlier, and not removed yet. */
    CompletionStage<List<Beat>> look(UUID own) {
        return store.all().thenComposeAsync(rows -> judge(own, rows), runtime.executor());
    }

    private CompletionStage<List<Beat>> judge(UUID own, List<Beat> rows) {
        long now = runtime.nanos();
        Set<UUID> present = new HashSet<>();
        List<Beat> dead = new ArrayList<>();
        List<Beat> silent = new ArrayList<>();
        for (Beat row : rows) {
            if (row.incarnation().equals(own)) {
                continue;
            }
            present.add(row.incarnation());
            Seen last = seen.get(row.incarnation());
            if (row.isDead()) {
                dead.add(row);
            } else if (last == null || last.beat() != row.beat()) {
                seen.put(row.incarnation(), new Seen(row.beat(), now));
            } else if (now - last.sinceNanos() > settings.deadAfter().toNanos()) {
                silent.add(row);
            }
        }
        seen.keySet().retainAll(present);
        return declare(silent, dead);
    }

    /** One that cannot be declared dead now is seen with the next look; it keeps nobody from the others. */
    private CompletionStage<List<Beat>> declare(List<Beat> silent, List<Beat> dead) {
        return InParallel.forEach(silent, 1, runtime.executor(), row -> declare(row, dead))
                .handle((done, failure) -> {
                    if (failure != null && !failed) {
                        LOG.warn("A node that is silent could not be declared dead yet", failure);
                    }
                    failed = failure != null;
                    return dead;
                });
    }

    private CompletionStage<?> declare(Beat row, List<Beat> dead) {
        return store.declareDead(row.incarnation(), row.beat()).thenAccept(declared -> {
            if (declared) {
                LOG.info("Node {} has not renewed its row and is dead", row.incarnation());
                dead.add(row);
            }
        });
    }
}
