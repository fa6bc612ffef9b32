package io.parley.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.account.User;
import io.parley.account.Users;
import io.parley.conversation.web.Views;
import io.parley.evidence.Verifies;
import io.parley.kernel.ConversationId;
import io.parley.kernel.EntryId;
import io.parley.kernel.UserId;
import io.parley.limits.Limits;
import io.parley.log.Command;
import io.parley.log.Content;
import io.parley.log.ConversationLog;
import io.parley.log.ConversationType;
import io.parley.log.GroupChange;
import io.parley.log.LogRuntime;
import io.parley.log.Outcome;
import io.parley.log.Role;
import io.parley.simulation.SmallLog;
import io.parley.simulation.engine.Chance;
import io.parley.simulation.engine.Scheduler;
import io.parley.simulation.engine.SimulatedProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a socket is told of a group whose members change. Ann owns it, Ben is in it, Cem is not. */
@Verifies({"MSG-2", "MSG-3"})
class ComingAndGoingTest {

    /** A group is shown without its members: nobody is looked up. */
    private static final class Nobody implements Users {

        @Override
        public Optional<User> find(UserId id) {
            return Optional.empty();
        }

        @Override
        public Map<UserId, User> byIds(Collection<UserId> ids) {
            return Map.of();
        }

        @Override
        public Map<UserId, User> inMemory(Collection<UserId> ids) {
            return Map.of();
        }
    }

    private final Scheduler scheduler = new Scheduler();
    private final Chance chance = new Chance(1);
    private final SimulatedProcess node = new SimulatedProcess("node", scheduler, chance.split(), Duration.ZERO, 1);
    private final Connections connections = new Connections(Limits.packaged(), node.clock());
    private final EntryPusher pusher = new EntryPusher(connections, Views.of(new Nobody()));
    private final ConversationLog log = new ConversationLog(
            SmallLog.cluster(scheduler, chance).connect(node).log(),
            SmallLog.SETTINGS,
            new LogRuntime(
                    node.executor(), node.timer(), node.clock(), chance.split().generator()),
            pusher::on);
    private final UserId ann = new UserId(chance.uuid7(0));
    private final UserId ben = new UserId(chance.uuid7(0));
    private final UserId cem = new UserId(chance.uuid7(0));
    private final ConversationId conversation = new ConversationId(chance.uuid7(0));
    private final List<String> toBen = listenAs(ben);
    private final List<String> toCem = listenAs(cem);

    private List<String> listenAs(UserId user) {
        List<String> heard = new ArrayList<>();
        Connection connection = connections.opened(new Transport() {
            @Override
            public void send(EncodedFrame frame, Runnable done) {
                heard.add(frame.text());
                done.run();
            }

            @Override
            public void close(CloseCode code) {}

            @Override
            public void cut() {}
        });
        connections.subscribe(connection, user);
        return heard;
    }

    @BeforeEach
    void aGroupOfTwo() {
        TreeMap<UserId, Role> members = new TreeMap<>(Map.of(ann, Role.OWNER, ben, Role.MEMBER));
        Content created = new Content.Created(ConversationType.GROUP, "Friends", members);
        say(EntryId.ofConversation(conversation), created);
        toBen.clear();
    }

    private void say(Content content) {
        say(new EntryId(chance.uuid7(scheduler.now().toEpochMilli())), content);
    }

    private void say(EntryId id, Content content) {
        CompletionStage<Outcome> outcome = log.append(conversation, new Command(id, ann, content, null));
        while (!outcome.toCompletableFuture().isDone()) {
            assertThat(scheduler.runNext()).isTrue();
        }
        assertThat(outcome.toCompletableFuture().join()).isInstanceOf(Outcome.Appended.class);
    }

    private static Content removalOf(UserId user) {
        return new GroupChange.Membership(new TreeMap<>(), new TreeSet<>(Set.of(user)));
    }

    private static Content additionOf(UserId user) {
        return new GroupChange.Membership(new TreeMap<>(Map.of(user, Role.MEMBER)), new TreeSet<>());
    }

    @Test
    void tellsWhoWasAddedOfTheConversationAndThenOfTheEntry() {
        say(additionOf(cem));

        assertThat(toCem).hasSize(2);
        assertThat(toCem.get(0)).startsWith("{\"type\":\"conversation\"").contains("\"memberCount\":3");
        assertThat(toCem.get(1)).startsWith("{\"type\":\"entry\"").contains("\"kind\":\"membership\"");
        assertThat(toBen).isEqualTo(toCem);
    }

    @Test
    void tellsWhoWasRemovedTheHeadAndNothingMore() {
        say(removalOf(ben));
        say(new Content.Text("without him"));

        assertThat(toBen).containsExactly("{\"type\":\"heads\",\"heads\":{\"" + conversation + "\":2}}");
    }

    @Test
    void tellsWhoWasAddedAgainOfWhatFollows() {
        say(removalOf(ben));
        say(additionOf(ben));
        say(new Content.Text("welcome back"));

        assertThat(toBen).hasSize(4);
        assertThat(toBen.get(1)).startsWith("{\"type\":\"conversation\"");
        assertThat(toBen.get(3)).contains("welcome back");
    }

    @Test
    void tellsMembersOfAnotherTitleAndRoleBeforeTheEntry() {
        say(new GroupChange.Rename("Others"));
        say(new GroupChange.NewRole(ben, Role.OWNER));

        assertThat(toBen).hasSize(4);
        assertThat(toBen.get(0)).startsWith("{\"type\":\"conversation\"").contains("Others");
        assertThat(toBen.get(2)).startsWith("{\"type\":\"conversation\"");
    }
}
