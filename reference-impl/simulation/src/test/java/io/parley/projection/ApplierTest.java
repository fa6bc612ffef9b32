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
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** Where the mark stands, and what is told, when a projection writes several steps at once. */
@Verifies("INV-7")
class ApplierTest {

    private static final int ENTRIES = 10;

    private final World world = new World();
    private final Node node = world.node();
    private final AtTheEnd projection = new AtTheEnd();
    private final Map<String, Seq> marks = new HashMap<>();

    /** Writes with the last step what all steps brought; the first time in vain. */
    private static final class AtTheEnd implements Projection {

        private final List<Long> written = new ArrayList<>();
        private final List<Seq> reached = new ArrayList<>();
        private int tries;

        @Override
        public String name() {
            return "at-the-end";
        }

        @Override
        public void expect(ConversationId conversation, List<Entry> entries, ConversationState state) {}

        @Override
        public void reached(ConversationId conversation, Seq head) {
            reached.add(head);
        }

        @Override
        public CompletionStage<?> apply(ConversationId conversation, List<Entry> entries, ConversationState state) {
            assertThat(reached).isEmpty();
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
        ConversationId conversation = aConversationOf(ENTRIES);

        assertThat(apply(conversation)).isCompletedExceptionally();
        assertThat(marks).isEmpty();
        assertThat(projection.reached).isEmpty();

        assertThat(apply(conversation)).isCompleted();
        assertThat(marks).containsEntry("at-the-end", new Seq(ENTRIES));
        assertThat(projection.written).hasSize(ENTRIES).startsWith(1L);
        assertThat(projection.reached).containsExactly(new Seq(ENTRIES));
    }

    /** Asked for entries, it answers at once; it knows the size of some. */
    private final class Asked implements Applier.Source {

        private final List<Entry> all;

        Asked(List<Entry> all) {
            this.all = all;
        }

        @Override
        public CompletionStage<List<Entry>> read(Seq from, Seq to) {
            asked.add(from.value());
            return CompletableFuture.completedFuture(all.subList((int) from.value() - 1, (int) to.value()));
        }

        @Override
        public Optional<Long> bytes(Seq from, Seq to) {
            return bytes;
        }
    }

    private final List<Long> asked = new ArrayList<>();
    private Optional<Long> bytes = Optional.empty();
    private final RecordedHeads heads = new RecordedHeads();
    private final Applier applier = applier(heads);

    /** One after the other, where there is room for one step of the largest. */
    private CompletionStage<?> heads(int head) {
        ConversationId conversation = aConversationOf(head);
        ConversationState state = world.await(node.conversations.settled(conversation));
        Asked source = new Asked(world.await(node.conversations.entries(conversation, Seq.FIRST, state.head())));
        CompletionStage<?> done = applier.apply(conversation, new HashMap<>(), state, source);
        world.settle();
        return done;
    }

    @Test
    @Verifies("MSG-4")
    void countsTheEntriesOfAStepUntilTheyAreWritten() {
        heads.hold();
        CompletionStage<?> first = heads(5);
        CompletionStage<?> second = heads(4);
        assertThat(asked).containsExactly(1L);

        heads.release();
        world.settle();
        // In turn: the second step of the first waits behind the second.
        assertThat(asked).containsExactly(1L, 1L, 5L);
        assertThat(List.of(first, second))
                .allSatisfy(each -> assertThat(each.toCompletableFuture()).isCompleted());
    }

    @Test
    @Verifies("MSG-4")
    void countsWhatIsAtHandByItsSizeAndAsTheLargestAtMost() {
        heads.hold();
        bytes = Optional.of(1_000L);
        heads(4);
        heads(4);
        assertThat(asked).hasSize(2);

        bytes = Optional.of(Long.MAX_VALUE);
        CompletionStage<?> last = heads(4);
        assertThat(asked).hasSize(2);
        heads.release();
        world.settle();
        assertThat(last.toCompletableFuture()).isCompleted();
    }

    @Test
    @Verifies("MSG-4")
    void givesTheRoomOfAStepThatFailedToTheNext() {
        heads.fail(1);

        assertThat(heads(4).toCompletableFuture()).isCompletedExceptionally();
        assertThat(heads(4).toCompletableFuture()).isCompleted();
    }

    private ConversationId aConversationOf(int entries) {
        ConversationId conversation = node.creates();
        node.sendsSeveral(conversation, entries - 1);
        return conversation;
    }

    private Applier applier(Projection one) {
        return new Applier(List.of(one), node.watermarks.port(), World.settings(), node.surroundings());
    }

    private CompletableFuture<?> apply(ConversationId conversation) {
        CompletableFuture<?> done = node.conversations
                .settled(conversation)
                .thenCompose(state -> applier(projection)
                        .apply(
                                conversation,
                                marks,
                                state,
                                (from, to) -> node.conversations.entries(conversation, from, to)))
                .toCompletableFuture();
        world.settle();
        return done;
    }
}
