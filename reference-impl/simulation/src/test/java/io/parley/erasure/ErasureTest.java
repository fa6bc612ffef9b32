package io.parley.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Verifies;
import io.parley.kernel.ConversationId;
import io.parley.kernel.EntryId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import io.parley.log.Buckets;
import io.parley.log.Command;
import io.parley.log.Content;
import io.parley.log.ConversationLog;
import io.parley.log.ConversationState;
import io.parley.log.ConversationType;
import io.parley.log.Entry;
import io.parley.log.EntryReads;
import io.parley.log.LogRuntime;
import io.parley.log.LogSettings;
import io.parley.log.MessageChange;
import io.parley.log.Outcome;
import io.parley.log.Refusal;
import io.parley.log.Role;
import io.parley.simulation.SmallLog;
import io.parley.simulation.engine.Chance;
import io.parley.simulation.engine.Scheduler;
import io.parley.simulation.engine.SimulatedProcess;
import io.parley.simulation.store.Stores;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a deletion takes from the log, and what it leaves. Ann owns the group; Ben has written the message. */
@Verifies({"INV-2", "MSG-15"})
class ErasureTest {

    private static final int BUCKET_ENTRIES = 4;
    private static final int EDIT_ENTRIES_MAX = 9;
    private static final Seq MESSAGE = new Seq(2);

    private final Scheduler scheduler = new Scheduler();
    private final Chance chance = new Chance(1);
    private final SimulatedProcess node = new SimulatedProcess("node", scheduler, chance.split(), Duration.ZERO, 1);
    private final Stores stores = SmallLog.cluster(scheduler, chance).connect(node);
    private final LogSettings settings = SmallLog.settings(BUCKET_ENTRIES, 4, 4, EDIT_ENTRIES_MAX);
    private final LogRuntime runtime = new LogRuntime(
            node.executor(), node.timer(), node.clock(), chance.split().generator());
    private final ConversationLog log = new ConversationLog(stores.log(), settings, runtime, committed -> {});
    private final ErasureProjection erasure = new ErasureProjection(
            stores.log(),
            new EntryReads(stores.log(), settings, runtime),
            new Buckets(BUCKET_ENTRIES),
            EDIT_ENTRIES_MAX,
            node.executor());
    private final UserId ann = new UserId(chance.uuid7(0));
    private final UserId ben = new UserId(chance.uuid7(0));
    private final ConversationId conversation = new ConversationId(chance.uuid7(0));
    private final Command message = new Command(newId(), ben, new Content.Text("a secret"), null);

    @BeforeEach
    void aGroupWithAMessage() {
        TreeMap<UserId, Role> members = new TreeMap<>(Map.of(ann, Role.OWNER, ben, Role.MEMBER));
        say(new Command(
                EntryId.ofConversation(conversation),
                ann,
                new Content.Created(ConversationType.GROUP, "Friends", members),
                null));
        say(message);
    }

    @Test
    void takesContentAndSaltOfTheMessageAndOfNothingElse() {
        say(ann, new Content.Text("stays"));
        List<Entry> before = entries();
        say(ben, new MessageChange.Deletion(MESSAGE));

        apply(1);

        List<Entry> after = entries();
        assertThat(after.get(1)).isEqualTo(new Entry(before.get(1).envelope(), null));
        assertThat(after.get(0)).isEqualTo(before.get(0));
        assertThat(after.get(2)).isEqualTo(before.get(2));
        assertThat(after.get(3).body()).isNotNull();
    }

    @Test
    void takesTheEditsOfTheMessageTooAlsoFromOtherBuckets() {
        say(ben, new MessageChange.Edit(MESSAGE, "first"));
        say(ann, new Content.Text("a"));
        Seq other = say(ben, new Content.Text("b"));
        Seq otherEdit = say(ben, new MessageChange.Edit(other, "of another message"));
        Seq second = say(ben, new MessageChange.Edit(MESSAGE, "second"));
        say(ann, new MessageChange.Deletion(MESSAGE));

        apply(1);

        assertThat(erased()).containsExactly(MESSAGE, new Seq(3), second);
        assertThat(entries().get(index(otherEdit)).body()).isNotNull();
    }

    @Test
    void takesAnEditThatCameAfterTheDeletion() {
        say(ben, new MessageChange.Deletion(MESSAGE));
        Seq late = say(ben, new MessageChange.Edit(MESSAGE, "late"));

        apply(1);

        assertThat(erased()).containsExactly(MESSAGE, late);
    }

    @Test
    void findsTheLastEditThatTheRulesAllow() {
        for (long next = 3; next < MESSAGE.value() + EDIT_ENTRIES_MAX; next++) {
            say(ann, new Content.Text("something"));
        }
        Seq last = say(ben, new MessageChange.Edit(MESSAGE, "last"));
        assertThat(outcome(new Command(newId(), ben, new MessageChange.Edit(MESSAGE, "too late"), null)))
                .isEqualTo(new Outcome.Refused(new Refusal.TooLateToEdit(EDIT_ENTRIES_MAX)));
        say(ben, new MessageChange.Deletion(MESSAGE));

        apply(1);

        assertThat(erased()).containsExactly(MESSAGE, last);
    }

    @Test
    void doesNoMoreTheSecondTime() {
        say(ben, new MessageChange.Edit(MESSAGE, "better"));
        say(ben, new MessageChange.Deletion(MESSAGE));
        apply(1);
        List<Entry> once = entries();

        apply(1);
        apply(4);

        assertThat(entries()).isEqualTo(once);
    }

    @Test
    @Verifies("INV-4")
    void leavesItToIdAndAuthorWhetherACommandIsARepeat() {
        say(ben, new MessageChange.Deletion(MESSAGE));
        apply(1);

        assertThat(outcome(message)).isEqualTo(new Outcome.Repeated(entries().get(1)));
        assertThat(outcome(new Command(message.id(), ben, new Content.Text("another"), null)))
                .isInstanceOf(Outcome.Repeated.class);
        assertThat(outcome(new Command(message.id(), ann, message.content(), null)))
                .isEqualTo(new Outcome.Refused(new Refusal.IdInUse()));
        assertThat(outcome(new Command(message.id(), ben, new MessageChange.Edit(MESSAGE, "x"), null)))
                .isEqualTo(new Outcome.Refused(new Refusal.IdInUse()));
    }

    private EntryId newId() {
        return new EntryId(chance.uuid7(scheduler.now().toEpochMilli()));
    }

    private Seq say(UserId author, Content content) {
        return say(new Command(newId(), author, content, null));
    }

    private Seq say(Command command) {
        Outcome outcome = outcome(command);
        assertThat(outcome).isInstanceOf(Outcome.Appended.class);
        return ((Outcome.Appended) outcome).entry().seq();
    }

    private Outcome outcome(Command command) {
        return await(log.append(conversation, command));
    }

    private List<Entry> entries() {
        ConversationState state = await(log.state(conversation));
        return await(log.entries(conversation, Seq.FIRST, state.head()));
    }

    private List<Seq> erased() {
        return entries().stream()
                .filter(entry -> entry.body() == null)
                .map(Entry::seq)
                .toList();
    }

    private static int index(Seq seq) {
        return Math.toIntExact(seq.value() - 1);
    }

    /** Applies the entries from a position on, as they are now. */
    private void apply(long from) {
        ConversationState state = await(log.state(conversation));
        List<Entry> entries = await(log.entries(conversation, new Seq(from), state.head()));
        await(erasure.apply(conversation, entries, state));
    }

    private <T> T await(CompletionStage<T> stage) {
        while (!stage.toCompletableFuture().isDone()) {
            assertThat(scheduler.runNext()).isTrue();
        }
        return stage.toCompletableFuture().join();
    }
}
