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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** What a socket is told of a new direct conversation: the log's threads, which tell it, must look nobody up. */
@Verifies({"MSG-3", "MSG-17"})
class NewPairTest {

    /** PostgreSQL would be asked, and may not answer for long. */
    private static final class Remembered implements Users {

        private final Map<UserId, User> users = new HashMap<>();

        @Override
        public Map<UserId, User> inMemory(Collection<UserId> ids) {
            Map<UserId, User> found = new HashMap<>(users);
            found.keySet().retainAll(ids);
            return found;
        }

        @Override
        public Optional<User> find(UserId id) {
            throw new IllegalStateException("user " + id + " was looked up on a thread of the log");
        }

        @Override
        public Map<UserId, User> byIds(Collection<UserId> ids) {
            throw new IllegalStateException("users " + ids + " were looked up on a thread of the log");
        }
    }

    private final Scheduler scheduler = new Scheduler();
    private final Chance chance = new Chance(1);
    private final SimulatedProcess node = new SimulatedProcess("node", scheduler, chance.split(), Duration.ZERO, 1);
    private final Connections connections = new Connections(Limits.packaged(), node.clock());
    private final Remembered users = new Remembered();
    private final EntryPusher pusher = new EntryPusher(connections, Views.of(users));
    private final ConversationLog log = new ConversationLog(
            SmallLog.cluster(scheduler, chance).connect(node).log(),
            SmallLog.SETTINGS,
            new LogRuntime(
                    node.executor(), node.timer(), node.clock(), chance.split().generator()),
            pusher::on);
    private final UserId ann = new UserId(chance.uuid7(0));
    private final UserId ben = new UserId(chance.uuid7(0));
    private final ConversationId conversation = new ConversationId(chance.uuid7(0));
    private final List<String> toBen = listenAs(ben);

    @Test
    void showsTheConversationBeforeItsFirstEntry() {
        users.users.put(ann, new User(ann, "ann", "Ann"));
        users.users.put(ben, new User(ben, "ben", "Ben"));

        begin();

        assertThat(toBen).hasSize(2);
        assertThat(toBen.get(0)).startsWith("{\"type\":\"conversation\"").contains("Ann", "Ben");
        assertThat(toBen.get(1)).startsWith("{\"type\":\"entry\"").contains("\"seq\":1");
    }

    @Test
    void pushesItsEntriesAlsoWhenItsMembersAreNotInMemory() {
        users.users.put(ben, new User(ben, "ben", "Ben"));

        begin();
        say(new EntryId(chance.uuid7(scheduler.now().toEpochMilli())), new Content.Text("hello"));

        assertThat(toBen).hasSize(2);
        assertThat(toBen.get(0)).startsWith("{\"type\":\"entry\"").contains("\"seq\":1");
        assertThat(toBen.get(1)).startsWith("{\"type\":\"entry\"").contains("hello");
    }

    private void begin() {
        TreeMap<UserId, Role> members = new TreeMap<>(Map.of(ann, Role.MEMBER, ben, Role.MEMBER));
        say(EntryId.ofConversation(conversation), new Content.Created(ConversationType.DIRECT, null, members));
    }

    private void say(EntryId id, Content content) {
        CompletionStage<Outcome> outcome = log.append(conversation, new Command(id, ann, content, null));
        while (!outcome.toCompletableFuture().isDone()) {
            assertThat(scheduler.runNext()).isTrue();
        }
        assertThat(outcome.toCompletableFuture().join()).isInstanceOf(Outcome.Appended.class);
    }

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
}
