package io.parley.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Verifies;
import io.parley.inbox.Conversations.Change;
import io.parley.inbox.InboxRow.LastMessage;
import io.parley.inbox.InboxStore.Stored;
import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import io.parley.log.Content;
import io.parley.log.GroupChange;
import io.parley.log.MessageChange;
import io.parley.log.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rows have time: how many requests for them are under way, and whose. */
@Verifies("MSG-14")
class InboxTurnsTest {

    private static final int REQUESTS_MAX = 2;

    private final Conversations conversations = new Conversations();
    private final List<UserId> members =
            Stream.generate(conversations::user).limit(3).sorted().toList();

    /** The rows of the first two are written together. */
    private final UserId ann = members.get(0);

    private final UserId ben = members.get(1);
    private final UserId cem = members.get(2);
    private final ConversationId first = conversations.id();
    private final ConversationId second = conversations.id();
    private final ConversationId third = conversations.id();
    private final SlowInbox store = new SlowInbox(conversations.inboxes());
    private Instant now = Instant.parse("2026-11-20T10:00:00Z");
    private final Inbox inbox = inboxOn(store);

    private Inbox inboxOn(InboxStore rows) {
        return new Inbox(rows, 10, REQUESTS_MAX, Duration.ZERO, Runnable::run, () -> now);
    }

    private Change created(ConversationId conversation) {
        return conversations.group(conversation, ann, Map.of(ann, Role.OWNER, ben, Role.MEMBER, cem, Role.MEMBER));
    }

    private Change said(ConversationId conversation) {
        created(conversation);
        return conversations.add(conversation, ann, new Content.Text("hello"));
    }

    private Change departure() {
        stored(created(first));
        return conversations.add(first, ann, new GroupChange.Membership(new TreeMap<>(), new TreeSet<>(Set.of(ben))));
    }

    private Change deletion() {
        Change said = said(first);
        stored(said);
        return conversations.add(
                first, ann, new MessageChange.Deletion(said.state().head()));
    }

    /** Its rows stand in the store, without a turn. */
    private void stored(Change change) {
        conversations.await(change.applyTo(inboxOn(conversations.inboxes()).projection()));
    }

    private CompletionStage<?> apply(Change change) {
        return change.applyTo(inbox.projection());
    }

    private void passOn(int write) {
        store.passOn(write);
        conversations.settle();
    }

    private void lose(int write) {
        store.lose(write);
        conversations.settle();
    }

    private Optional<Stored> rowOf(UserId user, ConversationId conversation) {
        return conversations.await(conversations.inboxes().rows(user)).stream()
                .filter(stored -> stored.row().conversation().equals(conversation))
                .findFirst();
    }

    /** Two requests each: no conversation has both of its requests before the others had one. */
    @Test
    void takesTurnsOneRequestOfAConversationAtATime() {
        apply(said(first));
        assertThat(store.asked()).containsExactly(first);

        apply(said(second));
        apply(said(third));
        assertThat(store.asked()).containsExactly(first, second);

        passOn(0);
        assertThat(store.asked()).containsExactly(first, second, third);

        lose(1);
        assertThat(store.asked()).containsExactly(first, second, third, first);
    }

    /** Ben's row goes after those of who stayed were written, and no sooner than it is the turn of a request. */
    @Test
    void removesRowsInTurnToo() {
        apply(departure());
        apply(said(second));
        apply(said(third));

        passOn(0);
        assertThat(store.asked()).containsExactly(first, second, third);
        assertThat(store.removed()).isEmpty();

        passOn(1);
        assertThat(store.asked()).containsExactly(first, second, third, first);
        assertThat(store.removed()).containsExactly(ben);
        assertThat(rowOf(ben, first)).isPresent();

        // The removal has a turn like a write: the next begins when it is done.
        passOn(3);
        assertThat(store.asked()).containsExactly(first, second, third, first, second);
        assertThat(rowOf(ben, first)).isEmpty();
        assertThat(rowOf(cem, first)).isPresent();
    }

    /** However long they waited: who resumes by a token asks for the rows that were written since. */
    @Test
    @Verifies({"MSG-14", "MSG-12"})
    void givesRowsTheTimeOfTheirTurn() {
        Instant begun = now;
        apply(said(first));
        apply(said(second));
        now = begun.plus(Duration.ofMinutes(10));
        passOn(0);
        passOn(1);
        passOn(2);

        assertThat(rowOf(ann, first)).map(Stored::writtenAt).contains(begun);
        assertThat(rowOf(ann, second)).map(Stored::writtenAt).contains(begun);
        assertThat(rowOf(cem, first)).map(Stored::writtenAt).contains(now);
    }

    /** Rows before their previews, and no preview before its turn: what others asked for earlier comes first. */
    @Test
    void erasesPreviewsInTurnAfterTheRowsOfTheSameChange() {
        apply(deletion());
        apply(said(second));
        apply(said(third));
        passOn(0);
        passOn(1);
        assertThat(store.asked()).containsExactly(first, second, third, first);
        assertThat(store.erased()).isEmpty();

        // The last row of the change: its preview may go, when the others that wait had their turns.
        passOn(3);
        assertThat(store.asked()).containsExactly(first, second, third, first, second);
        assertThat(store.erased()).isEmpty();

        passOn(2);
        assertThat(store.asked()).containsExactly(first, second, third, first, second, first);
        assertThat(store.erased()).containsExactly(ann, ben);

        // One of a conversation at a time, as with rows: the next waits behind the other conversation's.
        passOn(5);
        assertThat(store.asked()).containsExactly(first, second, third, first, second, first, third);
        passOn(4);
        assertThat(store.asked()).containsExactly(first, second, third, first, second, first, third, first);
        assertThat(store.erased()).containsExactly(ann, ben, cem);
        assertThat(isErased(ben)).isTrue();
        assertThat(isErased(cem)).isFalse();

        passOn(7);
        assertThat(isErased(cem)).isTrue();
    }

    private boolean isErased(UserId user) {
        LastMessage last = rowOf(user, first).orElseThrow().row().lastMessage().orElseThrow();
        assertThat(last.seq()).isEqualTo(new Seq(2));
        return last.isErased();
    }

    /** What has failed is done again as a whole, previews last. */
    @Test
    void erasesPreviewsOnlyWhenAllRowsAreWritten() {
        CompletionStage<?> applied = apply(deletion());
        lose(0);
        passOn(1);

        assertThat(store.erased()).isEmpty();
        assertThat(applied.toCompletableFuture()).isCompletedExceptionally();
    }
}
