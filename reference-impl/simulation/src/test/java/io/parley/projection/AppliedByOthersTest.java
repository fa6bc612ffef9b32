package io.parley.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Verifies;
import io.parley.inbox.Inbox;
import io.parley.kernel.ConversationId;
import io.parley.kernel.EntryId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import io.parley.log.Command;
import io.parley.log.Content;
import io.parley.log.ConversationLog;
import io.parley.log.ConversationState;
import io.parley.log.ConversationType;
import io.parley.log.GroupChange;
import io.parley.log.LogRuntime;
import io.parley.log.Outcome;
import io.parley.log.Role;
import io.parley.simulation.SmallLog;
import io.parley.simulation.engine.Chance;
import io.parley.simulation.engine.Scheduler;
import io.parley.simulation.engine.SimulatedProcess;
import io.parley.simulation.store.Stores;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** A node learns late of what it committed itself: others have applied that, and more, and it has nothing left to do. */
@Verifies({"MSG-2", "MSG-14"})
class AppliedByOthersTest {

    private final Scheduler scheduler = new Scheduler();
    private final Chance chance = new Chance(1);
    private final SimulatedProcess node = new SimulatedProcess("node", scheduler, chance.split(), Duration.ZERO, 1);
    private final Stores stores = SmallLog.cluster(scheduler, chance).connect(node);
    private final LogRuntime runtime = new LogRuntime(
            node.executor(), node.timer(), node.clock(), chance.split().generator());
    private final ConversationLog log = new ConversationLog(stores.log(), SmallLog.SETTINGS, runtime, committed -> {});
    private final UserId ann = new UserId(chance.uuid7(0));
    private final UserId ben = new UserId(chance.uuid7(0));
    private final ConversationId conversation = new ConversationId(chance.uuid7(0));
    private final Inbox late = inbox();

    @Test
    void keepsNothingOverWhatIsStored() {
        append(
                EntryId.ofConversation(conversation),
                new Content.Created(
                        ConversationType.GROUP, "Friends", new TreeMap<>(Map.of(ann, Role.OWNER, ben, Role.MEMBER))));
        ConversationState then = await(log.state(conversation));
        late.projection().expect(conversation, await(log.entries(conversation, Seq.FIRST, then.head())), then);
        append(
                new EntryId(chance.uuid7(scheduler.now().toEpochMilli())),
                new GroupChange.Membership(new TreeMap<>(), new TreeSet<>(Set.of(ben))));
        apply(inbox(), await(log.state(conversation)));

        apply(late, then);

        assertThat(await(late.rows(ben))).isEmpty();
        assertThat(await(late.rows(ann))).hasSize(1);
    }

    private Inbox inbox() {
        return new Inbox(stores.inbox(), 100, 1, Duration.ofSeconds(1), node.executor(), node.clock());
    }

    private void append(EntryId id, Content content) {
        assertThat(await(log.append(conversation, new Command(id, ann, content, null))))
                .isInstanceOf(Outcome.Appended.class);
    }

    /** As a node does: from the watermark in the store on, which moves with it. */
    private void apply(Inbox inbox, ConversationState state) {
        Applier applier = new Applier(
                List.of(inbox.projection()),
                stores.watermarks(),
                SmallLog.PROJECTIONS,
                new ProjectionRuntime(runtime, node::nanos));
        Map<String, Seq> kept = await(applier.watermarks(conversation));
        Map<String, Seq> marks = new HashMap<>(kept);
        await(applier.apply(conversation, marks, state, (from, to) -> log.entries(conversation, from, to)));
        await(applier.save(conversation, kept, marks));
    }

    private <T> T await(CompletionStage<T> stage) {
        while (!stage.toCompletableFuture().isDone()) {
            assertThat(scheduler.runNext()).isTrue();
        }
        return stage.toCompletableFuture().join();
    }
}
