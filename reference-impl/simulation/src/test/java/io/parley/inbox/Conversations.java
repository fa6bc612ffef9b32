package io.parley.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.kernel.ConversationId;
import io.parley.kernel.EntryId;
import io.parley.kernel.UserId;
import io.parley.log.Command;
import io.parley.log.Content;
import io.parley.log.ConversationLog;
import io.parley.log.ConversationState;
import io.parley.log.ConversationType;
import io.parley.log.Entry;
import io.parley.log.LogRuntime;
import io.parley.log.Outcome;
import io.parley.log.Role;
import io.parley.projection.Projection;
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

/** Conversations in a log on the simulated stores, which never fail: what stands in it is what inboxes are told. */
final class Conversations {

    /** What a command added, and what the conversation is then. */
    record Change(ConversationId conversation, List<Entry> entries, ConversationState state) {

        CompletionStage<?> applyTo(Projection projection) {
            return projection.apply(conversation, entries, state);
        }
    }

    private final Scheduler scheduler = new Scheduler();
    private final Chance chance = new Chance(1);
    private final SimulatedProcess node = new SimulatedProcess("node", scheduler, chance.split(), Duration.ZERO, 1);
    private final Stores stores = SmallLog.cluster(scheduler, chance).connect(node);
    private final ConversationLog log = new ConversationLog(
            stores.log(),
            SmallLog.SETTINGS,
            new LogRuntime(
                    node.executor(), node.timer(), node.clock(), chance.split().generator()),
            committed -> {});

    InboxStore inboxes() {
        return stores.inbox();
    }

    SimulatedProcess node() {
        return node;
    }

    UserId user() {
        return new UserId(chance.uuid7(0));
    }

    ConversationId id() {
        return new ConversationId(chance.uuid7(0));
    }

    /** A new group that its owner makes. */
    Change group(ConversationId conversation, UserId owner, Map<UserId, Role> members) {
        Content created = new Content.Created(ConversationType.GROUP, "Friends", new TreeMap<>(members));
        return append(conversation, new Command(EntryId.ofConversation(conversation), owner, created, null));
    }

    Change add(ConversationId conversation, UserId author, Content content) {
        EntryId id = new EntryId(chance.uuid7(scheduler.now().toEpochMilli()));
        return append(conversation, new Command(id, author, content, null));
    }

    private Change append(ConversationId conversation, Command command) {
        assertThat(await(log.append(conversation, command))).isInstanceOf(Outcome.Appended.class);
        ConversationState state = await(log.state(conversation));
        return new Change(conversation, await(log.entries(conversation, state.head(), state.head())), state);
    }

    /** Lets virtual time pass until the stage has completed. */
    <T> T await(CompletionStage<T> stage) {
        while (!stage.toCompletableFuture().isDone()) {
            assertThat(scheduler.runNext()).isTrue();
        }
        return stage.toCompletableFuture().join();
    }

    /** Lets virtual time pass until nothing is on its way any more. */
    void settle() {
        while (scheduler.runNext()) {
            // Each step may be the one that a stage of the test waits for.
        }
    }
}
