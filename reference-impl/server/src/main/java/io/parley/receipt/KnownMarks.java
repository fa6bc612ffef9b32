package io.parley.receipt;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.log.Entry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * Marks as this node knows them: what is stored, those of active conversations also in memory, and over it what authors are
 * due. What another node wrote meanwhile may be missing in memory. Safe for use by several threads.
 */
final class KnownMarks {

    private final ReceiptStore store;
    private final Cache<ConversationId, HeldMarks> cache;
    private final SentMarks sent = new SentMarks();

    KnownMarks(ReceiptStore store, int rowsMax, Executor executor) {
        this.store = store;
        this.cache = Caffeine.newBuilder()
                .maximumWeight(rowsMax)
                .weigher((ConversationId id, HeldMarks held) -> held.size())
                .executor(executor)
                .build();
    }

    /** These entries are durable, and so are their authors' marks in a moment. */
    void sent(ConversationId conversation, Collection<Entry> entries) {
        List<DeviceMark> marks = SentMarks.of(entries);
        sent.add(conversation, marks);
        // After the line before: who loads them now finds them in one of the two places.
        HeldMarks held = cache.getIfPresent(conversation);
        if (held != null) {
            add(conversation, held, marks);
        }
    }

    /** The authors' marks up to here are stored. */
    void written(ConversationId conversation, Seq upTo) {
        sent.written(conversation, upTo);
    }

    /** The marks in memory, loaded when they are not. */
    CompletionStage<HeldMarks> held(ConversationId conversation) {
        HeldMarks held = Objects.requireNonNull(cache.get(conversation, id -> new HeldMarks()));
        return held.isLoaded()
                ? CompletableFuture.completedFuture(held)
                : read(conversation).thenApply(stored -> {
                    held.loaded(stored);
                    weigh(conversation, held);
                    return held;
                });
    }

    /** These are durable too; the marks in memory grow by them. */
    void add(ConversationId conversation, HeldMarks held, Collection<DeviceMark> more) {
        held.add(more);
        weigh(conversation, held);
    }

    /** The cache weighs what it is given and not what that has become. What it has let go meanwhile stays out. */
    private void weigh(ConversationId conversation, HeldMarks held) {
        cache.asMap().replace(conversation, held, held);
    }

    /** True if the device's mark is known to be as high already. */
    boolean covers(ConversationId conversation, DeviceMark report) {
        HeldMarks held = cache.getIfPresent(conversation);
        return held != null && held.covers(report);
    }

    /** All marks, read from the store. */
    CompletionStage<List<DeviceMark>> read(ConversationId conversation) {
        // What is due first: what leaves it meanwhile is in the store.
        List<DeviceMark> due = sent.due(conversation);
        return store.read(conversation).thenApply(stored -> {
            List<DeviceMark> all = new ArrayList<>(stored);
            all.addAll(due);
            return all;
        });
    }
}
