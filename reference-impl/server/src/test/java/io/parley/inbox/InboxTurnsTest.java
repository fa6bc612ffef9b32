package io.parley.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import io.parley.evidence.Verifies;
import io.parley.inbox.InboxRow.ReadMark;
import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import io.parley.log.States;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** Rows have time: how many requests for them are under way, and whose. */
@Verifies("MSG-14")
class InboxTurnsTest {

    private static final int REQUESTS_MAX = 2;

    private final ConversationId first = new ConversationId(UuidCreator.getTimeOrderedEpoch());
    private final ConversationId second = new ConversationId(UuidCreator.getTimeOrderedEpoch());
    private final ConversationId third = new ConversationId(UuidCreator.getTimeOrderedEpoch());
    private final List<ConversationId> asked = new ArrayList<>();
    private final List<Instant> writtenAt = new ArrayList<>();
    private final List<UserId> removed = new ArrayList<>();
    private final List<UserId> erased = new ArrayList<>();
    private final List<CompletableFuture<?>> underWay = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-20T10:00:00Z");
    private final Inbox inbox = new Inbox(new SlowStore(), 10, REQUESTS_MAX, Duration.ZERO, Runnable::run, () -> now);

    /** Takes a request for each user, and answers when it is told to. */
    private final class SlowStore implements InboxStore {

        @Override
        public List<List<UserId>> together(Collection<UserId> users) {
            return users.stream().map(List::of).toList();
        }

        @Override
        public CompletionStage<?> write(Map<UserId, InboxRow> rows, Instant time) {
            writtenAt.add(time);
            return ask(rows.values().iterator().next().conversation());
        }

        @Override
        public CompletionStage<?> remove(ConversationId conversation, Map<UserId, Seq> left) {
            removed.addAll(left.keySet());
            return ask(conversation);
        }

        private CompletionStage<?> ask(ConversationId conversation) {
            asked.add(conversation);
            CompletableFuture<?> answer = new CompletableFuture<>();
            underWay.add(answer);
            return answer;
        }

        @Override
        public CompletionStage<?> erasePreview(Collection<UserId> users, ConversationId conversation, Seq message) {
            erased.addAll(users);
            return ask(conversation);
        }

        @Override
        public CompletionStage<?> writeRead(UserId user, ConversationId conversation, ReadMark read) {
            throw new AssertionError();
        }

        @Override
        public CompletionStage<List<Stored>> rows(UserId user) {
            throw new AssertionError();
        }
    }

    private CompletionStage<?> apply(ConversationId conversation) {
        return inbox.projection().apply(conversation, List.of(States.message(2, "hello")), States.withHead(2));
    }

    /** Two members each: no conversation has both of its requests before the others had one. */
    @Test
    void takesTurnsOneRequestOfAConversationAtATime() {
        apply(first);
        assertThat(asked).containsExactly(first);

        apply(second);
        apply(third);
        assertThat(asked).containsExactly(first, second);

        underWay.get(0).complete(null);
        assertThat(asked).containsExactly(first, second, third);

        underWay.get(1).completeExceptionally(new IllegalStateException("no answer"));
        assertThat(asked).containsExactly(first, second, third, first);
    }

    /** Ben's row goes after Ann's was written, and no sooner than it is the turn of a request. */
    @Test
    void removesRowsInTurnToo() {
        inbox.projection().apply(first, List.of(States.departure()), States.afterDeparture());
        apply(second);
        apply(third);

        underWay.get(0).complete(null);
        assertThat(asked).containsExactly(first, second, third);
        assertThat(removed).isEmpty();

        underWay.get(1).complete(null);
        assertThat(asked).containsExactly(first, second, third, first);
        assertThat(removed).containsExactly(States.BEN);

        // The removal has a turn like a write: the next begins when it is done.
        underWay.get(3).complete(null);
        assertThat(asked).containsExactly(first, second, third, first, second);
    }

    /** However long they waited: who resumes by a token asks for the rows that were written since. */
    @Test
    @Verifies({"MSG-14", "MSG-12"})
    void givesRowsTheTimeOfTheirTurn() {
        Instant begun = now;
        apply(first);
        apply(second);
        now = begun.plus(Duration.ofMinutes(10));
        underWay.get(0).complete(null);

        assertThat(writtenAt).containsExactly(begun, begun, now);
    }

    /** Rows before their previews, and no preview before its turn: what others asked for earlier comes first. */
    @Test
    void erasesPreviewsInTurnAfterTheRowsOfTheSameChange() {
        inbox.projection().apply(first, List.of(States.deletion()), States.afterDeletion());
        apply(second);
        apply(third);
        underWay.get(0).complete(null);
        underWay.get(1).complete(null);
        assertThat(asked).containsExactly(first, second, third, first);
        assertThat(erased).isEmpty();

        // The last row of the change: its preview may go, when the others that wait had their turns.
        underWay.get(3).complete(null);
        assertThat(asked).containsExactly(first, second, third, first, second);
        assertThat(erased).isEmpty();

        underWay.get(2).complete(null);
        assertThat(asked).containsExactly(first, second, third, first, second, first);
        assertThat(erased).hasSize(1);

        // One of a conversation at a time, as with rows: the next waits behind the other conversation's.
        underWay.get(5).complete(null);
        assertThat(asked).containsExactly(first, second, third, first, second, first, third);
        underWay.get(4).complete(null);
        assertThat(asked).containsExactly(first, second, third, first, second, first, third, first);
        assertThat(erased).containsExactlyInAnyOrder(States.ANN, States.BEN);
    }

    /** What has failed is done again as a whole, previews last. */
    @Test
    void erasesPreviewsOnlyWhenAllRowsAreWritten() {
        CompletionStage<?> applied =
                inbox.projection().apply(first, List.of(States.deletion()), States.afterDeletion());
        underWay.get(0).completeExceptionally(new IllegalStateException("no answer"));
        underWay.get(1).complete(null);

        assertThat(erased).isEmpty();
        assertThat(applied.toCompletableFuture()).isCompletedExceptionally();
    }
}
