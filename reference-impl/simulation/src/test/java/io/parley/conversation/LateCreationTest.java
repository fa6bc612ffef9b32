package io.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.account.User;
import io.parley.account.Users;
import io.parley.conversation.ConversationCreator.Creation;
import io.parley.evidence.Verifies;
import io.parley.inbox.Inbox;
import io.parley.kernel.ConversationId;
import io.parley.kernel.EntryId;
import io.parley.kernel.UserId;
import io.parley.limits.Limits;
import io.parley.log.Admission;
import io.parley.log.Command;
import io.parley.log.Content;
import io.parley.log.ConversationLog;
import io.parley.log.ConversationType;
import io.parley.log.EntryReads;
import io.parley.log.IdIndex;
import io.parley.log.LogRuntime;
import io.parley.log.Outcome;
import io.parley.log.Role;
import io.parley.projection.ConversationRepaired;
import io.parley.projection.ProjectionRuntime;
import io.parley.projection.Projections;
import io.parley.simulation.SmallLog;
import io.parley.simulation.engine.Chance;
import io.parley.simulation.engine.Scheduler;
import io.parley.simulation.engine.SimulatedProcess;
import io.parley.simulation.store.Stores;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A creation that became durable when its node was dead and swept: nobody lists it and nobody was told. Who asks for it again
 * is told that it is there, and then it must be there for all.
 */
@Verifies({"INV-7", "MSG-17"})
class LateCreationTest {

    private static final class Everybody implements Users {

        @Override
        public Optional<User> find(UserId id) {
            return Optional.of(new User(id, "user", "User"));
        }

        @Override
        public Map<UserId, User> byIds(Collection<UserId> ids) {
            return ids.stream().collect(Collectors.toMap(Function.identity(), id -> find(id).orElseThrow()));
        }

        @Override
        public Map<UserId, User> inMemory(Collection<UserId> ids) {
            return byIds(ids);
        }
    }

    private final Scheduler scheduler = new Scheduler();
    private final Chance chance = new Chance(1);
    private final SimulatedProcess node = new SimulatedProcess("node", scheduler, chance.split(), Duration.ZERO, 1);
    private final Stores stores = SmallLog.cluster(scheduler, chance).connect(node);
    private final LogRuntime runtime = new LogRuntime(
            node.executor(), node.timer(), node.clock(), chance.split().generator());
    private final Inbox inbox = new Inbox(stores.inbox(), 100, 1, Duration.ofSeconds(1), node.executor(), node.clock());
    private final Projections projections = new Projections(
            List.of(inbox.projection()),
            stores.incarnations(),
            stores.markers(),
            stores.watermarks(),
            SmallLog.PROJECTIONS,
            new ProjectionRuntime(runtime, node::nanos));
    private final ConversationLog log = new ConversationLog(
            stores.log(),
            new EntryReads(stores.log(), SmallLog.SETTINGS, runtime),
            SmallLog.SETTINGS,
            runtime,
            projections,
            IdIndex.NONE,
            Admission.ALWAYS,
            committed -> {});
    private final ConversationCreator creator = new ConversationCreator(
            log, stores.directs(), new Everybody(), Limits.packaged(), node.clock(), node.executor());
    private final List<ConversationRepaired> told = new ArrayList<>();
    private final UserId ann = new UserId(chance.uuid7(0));
    private final UserId ben = new UserId(chance.uuid7(0));
    private final ConversationId conversation = new ConversationId(chance.uuid7(0));

    @Test
    void reachesAllWhenTheCreatorOfAGroupRepeatsIt() {
        becomesDurable(ConversationType.GROUP, "Friends", Map.of(ann, Role.OWNER, ben, Role.MEMBER));

        reachesAllWhenItIsAskedForBy(
                ann, new NewConversation(Optional.of(conversation), ConversationType.GROUP, "Friends", List.of(ben)));
    }

    @Test
    void reachesAllWhenTheCreatorOfADirectConversationRepeatsIt() {
        becomesDurable(ConversationType.DIRECT, null, Map.of(ann, Role.MEMBER, ben, Role.MEMBER));

        reachesAllWhenItIsAskedForBy(ann, directWith(ben));
    }

    @Test
    void reachesAllWhenTheOtherSideOfADirectConversationFindsIt() {
        becomesDurable(ConversationType.DIRECT, null, Map.of(ann, Role.MEMBER, ben, Role.MEMBER));

        reachesAllWhenItIsAskedForBy(ben, directWith(ann));
    }

    private NewConversation directWith(UserId other) {
        await(stores.directs().claim(UserPair.of(ann, ben), conversation));
        return new NewConversation(
                Optional.of(new ConversationId(chance.uuid7(0))), ConversationType.DIRECT, null, List.of(other));
    }

    /** Written by a node that could tell nobody. */
    private void becomesDurable(ConversationType type, @Nullable String title, Map<UserId, Role> members) {
        Content created = new Content.Created(type, title, new TreeMap<>(members));
        ConversationLog dead = new ConversationLog(stores.log(), SmallLog.SETTINGS, runtime, committed -> {});
        assertThat(await(dead.append(
                        conversation, new Command(EntryId.ofConversation(conversation), ann, created, null))))
                .isInstanceOf(Outcome.Appended.class);
    }

    private void reachesAllWhenItIsAskedForBy(UserId user, NewConversation wanted) {
        projections.start(log, told::add);

        Creation creation = await(creator.create(user, wanted));
        scheduler.runUntil(scheduler.nowNanos() + Duration.ofSeconds(1).toNanos());

        assertThat(creation.isNew()).isFalse();
        assertThat(creation.conversation().id()).isEqualTo(conversation);
        assertThat(List.of(ann, ben))
                .allSatisfy(
                        member -> assertThat(await(stores.inbox().rows(member))).hasSize(1));
        assertThat(told.stream().map(ConversationRepaired::conversation)).containsExactly(conversation);
    }

    private <T> T await(CompletionStage<T> stage) {
        while (!stage.toCompletableFuture().isDone()) {
            assertThat(scheduler.runNext()).isTrue();
        }
        return stage.toCompletableFuture().join();
    }
}
