package io.parley.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.account.Users;
import io.parley.conversation.web.Views;
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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A conversation on a small log whose entries are pushed to whoever listens. */
final class PushedConversation {

    private final Scheduler scheduler = new Scheduler();
    private final Chance chance = new Chance(1);
    private final SimulatedProcess node = new SimulatedProcess("node", scheduler, chance.split(), Duration.ZERO, 1);
    private final Connections connections = new Connections(Limits.packaged(), node.afterStep(), node.clock());
    private final ConversationLog log;
    private final ConversationId id = new ConversationId(chance.uuid7(0));

    /** @param users of whom conversations tell */
    PushedConversation(Users users) {
        EntryPusher pusher = new EntryPusher(connections, Views.of(users));
        LogRuntime runtime = new LogRuntime(
                node.executor(), node.timer(), node.clock(), chance.split().generator());
        this.log = new ConversationLog(
                SmallLog.cluster(scheduler, chance).connect(node).log(), SmallLog.SETTINGS, runtime, pusher::on);
    }

    ConversationId id() {
        return id;
    }

    /** Somebody who has not been seen yet. */
    UserId aUser() {
        return new UserId(chance.uuid7(0));
    }

    /** What this user's socket hears from here on. */
    List<String> listenAs(UserId user) {
        Heard heard = new Heard();
        connections.subscribe(connections.opened(heard), user);
        return heard.frames();
    }

    void begin(ConversationType type, @Nullable String title, UserId author, Map<UserId, Role> members) {
        say(EntryId.ofConversation(id), author, new Content.Created(type, title, new TreeMap<>(members)));
    }

    void say(UserId author, Content content) {
        say(new EntryId(chance.uuid7(scheduler.now().toEpochMilli())), author, content);
    }

    private void say(EntryId entry, UserId author, Content content) {
        CompletionStage<Outcome> outcome = log.append(id, new Command(entry, author, content, null));
        while (!outcome.toCompletableFuture().isDone()) {
            assertThat(scheduler.runNext()).isTrue();
        }
        assertThat(outcome.toCompletableFuture().join()).isInstanceOf(Outcome.Appended.class);
    }
}
