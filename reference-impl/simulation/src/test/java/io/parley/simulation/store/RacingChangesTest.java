package io.parley.simulation.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Verifies;
import io.parley.kernel.ConversationId;
import io.parley.kernel.EntryId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import io.parley.log.Command;
import io.parley.log.Content;
import io.parley.log.ConversationLog;
import io.parley.log.ConversationType;
import io.parley.log.Entry;
import io.parley.log.GroupChange;
import io.parley.log.LogRuntime;
import io.parley.log.Outcome;
import io.parley.log.Refusal;
import io.parley.log.Role;
import io.parley.simulation.SmallLog;
import io.parley.simulation.engine.Chance;
import io.parley.simulation.engine.Scheduler;
import io.parley.simulation.engine.SimulatedProcess;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Two nodes, two commands at the same moment: one is first, and the other is judged by what it left. */
@Verifies({"INV-5", "MSG-2"})
class RacingChangesTest {

    private static final int ROUNDS = 60;

    /** One log on two nodes, both of which know it. */
    private static final class Race {

        private final Scheduler scheduler = new Scheduler();
        private final Chance chance;
        private final ConversationLog one;
        private final ConversationLog other;
        private final UserId ann;
        private final UserId ben;
        private final ConversationId conversation;

        Race(long seed) {
            chance = new Chance(seed);
            SimulatedCluster cluster = SmallLog.cluster(scheduler, chance);
            one = node("one", cluster);
            other = node("other", cluster);
            ann = new UserId(chance.uuid7(0));
            ben = new UserId(chance.uuid7(0));
            conversation = new ConversationId(chance.uuid7(0));
            Content created = new Content.Created(
                    ConversationType.GROUP, null, new TreeMap<>(Map.of(ann, Role.OWNER, ben, Role.OWNER)));
            await(one.append(conversation, new Command(EntryId.ofConversation(conversation), ann, created, null)));
            await(other.state(conversation));
        }

        private ConversationLog node(String name, SimulatedCluster cluster) {
            SimulatedProcess process = new SimulatedProcess(name, scheduler, chance.split(), Duration.ZERO, 1);
            return new ConversationLog(
                    cluster.connect(process).log(),
                    SmallLog.SETTINGS,
                    new LogRuntime(
                            process.executor(),
                            process.timer(),
                            process.clock(),
                            chance.split().generator()),
                    committed -> {});
        }

        CompletableFuture<Outcome> asks(ConversationLog node, UserId author, Content content) {
            EntryId id = new EntryId(chance.uuid7(scheduler.now().toEpochMilli()));
            return node.append(conversation, new Command(id, author, content, null))
                    .toCompletableFuture();
        }

        <T> T await(CompletionStage<T> stage) {
            while (!stage.toCompletableFuture().isDone()) {
                assertThat(scheduler.runNext()).isTrue();
            }
            return stage.toCompletableFuture().join();
        }

        List<Entry> entries() {
            Seq head = await(one.state(conversation)).head();
            return await(one.entries(conversation, Seq.FIRST, head));
        }
    }

    private static Content removalOf(UserId user) {
        return new GroupChange.Membership(new TreeMap<>(), new TreeSet<>(Set.of(user)));
    }

    @RepeatedTest(ROUNDS)
    void letNoMessageOfARemovedMemberIn(RepetitionInfo round) {
        Race race = new Race(round.getCurrentRepetition());
        CompletableFuture<Outcome> message = race.asks(race.other, race.ben, new Content.Text("still here"));
        CompletableFuture<Outcome> removal = race.asks(race.one, race.ann, removalOf(race.ben));

        assertThat(race.await(removal)).isInstanceOf(Outcome.Appended.class);
        Outcome outcome = race.await(message);

        List<String> kinds =
                race.entries().stream().map(entry -> entry.envelope().kind()).toList();
        if (outcome instanceof Outcome.Appended) {
            assertThat(kinds).containsExactly("created", "message", "membership");
        } else {
            assertThat(outcome).isEqualTo(new Outcome.Refused(new Refusal.NotAMember()));
            assertThat(kinds).containsExactly("created", "membership");
        }
    }

    @RepeatedTest(ROUNDS)
    void letOneOfTwoOwnersRemoveTheOther(RepetitionInfo round) {
        Race race = new Race(round.getCurrentRepetition());
        CompletableFuture<Outcome> byAnn = race.asks(race.one, race.ann, removalOf(race.ben));
        CompletableFuture<Outcome> byBen = race.asks(race.other, race.ben, removalOf(race.ann));

        List<Outcome> outcomes = Stream.of(byAnn, byBen).map(race::await).toList();

        assertThat(outcomes).filteredOn(Outcome.Appended.class::isInstance).hasSize(1);
        assertThat(outcomes).contains(new Outcome.Refused(new Refusal.NotAMember()));
        assertThat(race.await(race.other.state(race.conversation)).members()).hasSize(1);
    }

    @Test
    void meetBothEnds() {
        Set<Class<?>> seen = new HashSet<>();
        for (long seed = 1; seed <= ROUNDS; seed++) {
            Race race = new Race(seed);
            CompletableFuture<Outcome> message = race.asks(race.other, race.ben, new Content.Text("still here"));
            var unused = race.asks(race.one, race.ann, removalOf(race.ben));
            seen.add(race.await(message).getClass());
        }

        assertThat(seen).containsExactlyInAnyOrder(Outcome.Appended.class, Outcome.Refused.class);
    }

    @Test
    @Verifies({"INV-4", "MSG-2"})
    void tellWhoLeftThatTheyDidWhenTheyAskAgain() {
        Race race = new Race(1);
        Command leave = new Command(new EntryId(race.chance.uuid7(0)), race.ben, removalOf(race.ben), null);
        Outcome first = race.await(race.one.append(race.conversation, leave));
        Command other = new Command(new EntryId(race.chance.uuid7(0)), race.ben, removalOf(race.ben), null);

        assertThat(race.await(race.other.append(race.conversation, leave)))
                .isEqualTo(new Outcome.Repeated(((Outcome.Appended) first).entry()));
        assertThat(race.await(race.other.append(race.conversation, other)))
                .isEqualTo(new Outcome.Refused(new Refusal.NotAMember()));
    }
}
