package io.parley.site.data;

import io.parley.evidence.RecordedResult;
import java.util.List;
import java.util.Optional;

/**
 * What the server adds to the cost of its store's operations: processor time of its process per message, less that of a driver
 * that issues the same operations and does nothing else. Of several records of one figure the latest counts.
 */
public final class ServerCost {

    /** The target, in milliseconds: it holds when all that the server adds, its compilers included, is below it. */
    public static final double TARGET_MILLIS = 0.15;

    private static final String ADDED = "load.direct.200.%s.added-cpu";

    private final List<RecordedResult> results;

    /** @param results as they were recorded, those of one figure in the order of their dates */
    public ServerCost(List<RecordedResult> results) {
        this.results = List.copyOf(results);
    }

    /**
     * Milliseconds for each message under a load.
     *
     * @param load its part of an id, such as {@code window-1}
     */
    public Optional<RecordedResult> added(String load) {
        return latest(ADDED.formatted(load));
    }

    /**
     * The same without what the compilers of either JVM used: their part ends some time after the start.
     *
     * @param load its part of an id, such as {@code window-1}
     */
    public Optional<RecordedResult> steady(String load) {
        return latest(ADDED.formatted(load) + ".steady");
    }

    /** Whether the target holds under a load that was measured. */
    public boolean isHeld(String load) {
        return added(load).filter(result -> result.value() < TARGET_MILLIS).isPresent();
    }

    private Optional<RecordedResult> latest(String id) {
        return results.stream().filter(result -> result.id().equals(id)).reduce((older, newer) -> newer);
    }
}
