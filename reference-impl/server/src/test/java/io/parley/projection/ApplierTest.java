package io.parley.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Verifies;
import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.log.ConversationState;
import io.parley.log.Entry;
import io.parley.log.States;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.LongStream;
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

    /** Asked for entries, it answers at once; it knows the size of some. */
    private static final class Asked implements Applier.Source {

        private final List<Long> asked = new ArrayList<>();
        private Optional<Long> bytes = Optional.empty();

        @Override
        public CompletionStage<List<Entry>> read(Seq from, Seq to) {
            asked.add(from.value());
            return CompletableFuture.completedFuture(LongStream.rangeClosed(from.value(), to.value())
                    .mapToObj(seq -> States.message(seq, "hello"))
                    .toList());
        }

        @Override
        public Optional<Long> bytes(Seq from, Seq to) {
            return bytes;
        }
    }

    private final Asked source = new Asked();
    private final Applier heads = new Applier(List.of(world.heads), world.rows, World.settings(), node.surroundings());

    /** One after the other, where there is room for one step of the largest. */
    private CompletionStage<?> heads(int head) {
        CompletionStage<?> done =
                heads.apply(new ConversationId(world.newId().value()), new HashMap<>(), States.withHead(head), source);
        world.time.settle();
        return done;
    }

    @Test
    @Verifies("MSG-4")
    void countsTheEntriesOfAStepUntilTheyAreWritten() {
        world.heads.hold();
        CompletionStage<?> first = heads(5);
        CompletionStage<?> second = heads(4);
        assertThat(source.asked).containsExactly(1L);

        world.heads.release();
        world.time.settle();
        // In turn: the second step of the first waits behind the second.
        assertThat(source.asked).containsExactly(1L, 1L, 5L);
        assertThat(List.of(first, second))
                .allSatisfy(each -> assertThat(each.toCompletableFuture()).isCompleted());
    }

    @Test
    @Verifies("MSG-4")
    void countsWhatIsAtHandByItsSizeAndAsTheLargestAtMost() {
        world.heads.hold();
        source.bytes = Optional.of(1_000L);
        heads(4);
        heads(4);
        assertThat(source.asked).hasSize(2);

        source.bytes = Optional.of(Long.MAX_VALUE);
        CompletionStage<?> last = heads(4);
        assertThat(source.asked).hasSize(2);
        world.heads.release();
        world.time.settle();
        assertThat(last.toCompletableFuture()).isCompleted();
    }

    @Test
    @Verifies("MSG-4")
    void givesTheRoomOfAStepThatFailedToTheNext() {
        world.heads.fail(1);

        assertThat(heads(4).toCompletableFuture()).isCompletedExceptionally();
        assertThat(heads(4).toCompletableFuture()).isCompleted();
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
