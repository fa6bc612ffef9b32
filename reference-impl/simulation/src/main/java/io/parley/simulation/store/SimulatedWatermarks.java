package io.parley.simulation.store;

import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.projection.WatermarkStore;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;

/** Watermarks as one process reaches them: the highest wins. */
final class SimulatedWatermarks implements WatermarkStore {

    /** All watermarks. */
    static final class Rows {

        private final Map<ConversationId, Map<String, Seq>> marks = new TreeMap<>();
        private final Set<String> built = new TreeSet<>();

        private Map<String, Seq> of(ConversationId conversation) {
            return marks.computeIfAbsent(conversation, id -> new TreeMap<>());
        }
    }

    private final Rows rows;
    private final StoreClient client;

    SimulatedWatermarks(Rows rows, StoreClient client) {
        this.rows = rows;
        this.client = client;
    }

    @Override
    public CompletionStage<Map<String, Seq>> read(ConversationId conversation) {
        return client.ask(() -> new TreeMap<>(rows.of(conversation)));
    }

    @Override
    public CompletionStage<?> save(ConversationId conversation, String projection, Seq applied) {
        return client.change(() -> rows.of(conversation).merge(projection, applied, (a, b) -> b.isAfter(a) ? b : a));
    }

    @Override
    public CompletionStage<Boolean> isBuilt(String projection) {
        return client.ask(() -> rows.built.contains(projection));
    }

    @Override
    public CompletionStage<?> built(String projection) {
        return client.change(() -> rows.built.add(projection));
    }
}
