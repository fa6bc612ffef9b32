package io.parley.simulation.store;

import io.parley.idindex.IdBlock;
import io.parley.idindex.IdBlock.Span;
import io.parley.idindex.IdBlockStore;
import io.parley.kernel.ConversationId;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;

/** Blocks of ids as one process reaches them: a block and its span are two changes, and the process may die in between. */
final class SimulatedIdBlocks implements IdBlockStore {

    /** All blocks of all conversations, and their spans apart. */
    static final class Rows {

        private final Map<ConversationId, NavigableMap<Long, IdBlock>> blocks = new TreeMap<>();
        private final Map<ConversationId, NavigableMap<Long, Span>> spans = new TreeMap<>();

        private static <T> NavigableMap<Long, T> of(
                Map<ConversationId, NavigableMap<Long, T>> all, ConversationId conversation) {
            return all.computeIfAbsent(conversation, id -> new TreeMap<>());
        }
    }

    private final Rows rows;
    private final StoreClient client;

    SimulatedIdBlocks(Rows rows, StoreClient client) {
        this.rows = rows;
        this.client = client;
    }

    @Override
    public CompletionStage<?> save(ConversationId conversation, IdBlock block) {
        return client.change(() ->
                        Optional.ofNullable(Rows.of(rows.blocks, conversation).put(block.bucket(), block)))
                .thenCompose(done -> client.change(() ->
                        Optional.ofNullable(Rows.of(rows.spans, conversation).put(block.bucket(), block.span()))));
    }

    @Override
    public CompletionStage<List<Span>> spans(ConversationId conversation, long firstBucket, long lastBucket) {
        return client.ask(() -> List.copyOf(Rows.of(rows.spans, conversation)
                .subMap(firstBucket, true, lastBucket, true)
                .values()));
    }

    @Override
    public CompletionStage<Optional<IdBlock>> block(ConversationId conversation, long bucket) {
        return client.ask(
                () -> Optional.ofNullable(Rows.of(rows.blocks, conversation).get(bucket)));
    }
}
