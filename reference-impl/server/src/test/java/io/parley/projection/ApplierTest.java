package io.parley.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Verifies;
import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.log.ConversationState;
import io.parley.log.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** Where the mark stands when a projection writes several steps at once. */
@Verifies("INV-7")
class ApplierTest {

    private static final int ENTRIES = 10;

    private final World world = new World();
    private final World.Node node = world.node();
    private final AtTheEnd projection = new AtTheEnd();
    private final Map<String, Seq> marks = new HashMap<>();

    /** Writes with the last step what all steps brought; the first time in vain. */
    private static final class AtTheEnd implements Projection {

        private final List<Long> written = new ArrayList<>();
        private int tries;

        @Override
        public String name() {
            return "at-the-end";
        }

        @Override
        public void expect(ConversationId conversation, List<Entry> entries, ConversationState state) {}

        @Override
        public CompletionStage<?> apply(ConversationId conversation, List<Entry> entries, ConversationState state) {
            tries++;
            if (tries == 1) {
                return CompletableFuture.failedFuture(new IllegalStateException("the store does not answer"));
            }
            entries.forEach(entry -> written.add(entry.seq().value()));
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public Steps steps(ConversationId conversation, ConversationState state) {
            List<Entry> all = new ArrayList<>();
            return entries -> {
                all.addAll(entries);
                return all.size() < state.head().value()
                        ? CompletableFuture.completedFuture(false)
                        : apply(conversation, all, state).thenApply(done -> true);
            };
        }
    }

    @Test
    void movesTheMarkWhenAllIsWrittenAndBeginsAgainWhenItIsNot() {
        ConversationId conversation = node.creates();
        for (int i = 1; i < ENTRIES; i++) {
            node.sends(conversation, "message " + i);
        }

        assertThat(apply(conversation)).isCompletedExceptionally();
        assertThat(marks).isEmpty();

        assertThat(apply(conversation)).isCompleted();
        assertThat(marks).containsEntry("at-the-end", new Seq(ENTRIES));
        assertThat(projection.written).hasSize(ENTRIES).startsWith(1L);
    }

    private CompletableFuture<?> apply(ConversationId conversation) {
        ProjectionRuntime runtime = node.surroundings();
        Applier applier = new Applier(List.of(projection), world.rows, World.settings(), runtime);
        CompletableFuture<?> done = node.conversations
                .settled(conversation)
                .thenCompose(state -> applier.apply(
                        conversation, marks, state, (from, to) -> node.conversations.entries(conversation, from, to)))
                .toCompletableFuture();
        world.time.settle();
        return done;
    }
}
