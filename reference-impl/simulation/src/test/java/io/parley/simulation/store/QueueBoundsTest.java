package io.parley.simulation.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import io.parley.evidence.Verifies;
import io.parley.kernel.ConversationId;
import io.parley.kernel.EntryId;
import io.parley.kernel.UserId;
import io.parley.log.Command;
import io.parley.log.Content;
import io.parley.log.ConversationLog;
import io.parley.log.ConversationType;
import io.parley.log.LogRuntime;
import io.parley.log.LogSettings;
import io.parley.log.Outcome;
import io.parley.log.Role;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What waits for a conversation's round, while no time passes and so no round ends. */
@Verifies("MSG-17")
class QueueBoundsTest {

    private static final int ENTRIES_MAX = 8;
    private static final int BYTES_MAX = 1_000;

    /** With its envelope in JSON. */
    private static final int TEXT_OVERHEAD = "{\"text\":\"\"}".length();

    private final FairCluster fair = new FairCluster();
    private final UserId author = new UserId(id());
    private final ConversationId conversation = new ConversationId(id());
    private final ConversationLog log = new ConversationLog(
            fair.store(),
            new LogSettings(
                    64,
                    32,
                    4,
                    BYTES_MAX,
                    ENTRIES_MAX,
                    BYTES_MAX,
                    16,
                    10,
                    100,
                    Duration.ofDays(40_000),
                    Duration.ofSeconds(5),
                    Duration.ofMillis(1),
                    Duration.ofMillis(10),
                    1 << 20,
                    new LogSettings.Reads(16, BYTES_MAX, 1 << 20)),
            new LogRuntime(
                    fair.process().executor(),
                    fair.process().timer(),
                    fair.process().clock(),
                    new Random(1)),
            committed -> {});

    @BeforeEach
    void create() {
        TreeMap<UserId, Role> members = new TreeMap<>();
        members.put(author, Role.OWNER);
        Content.Created created = new Content.Created(ConversationType.GROUP, "test", members);
        assertThat(fair.await(log.append(
                        conversation, new Command(EntryId.ofConversation(conversation), author, created, null))))
                .isInstanceOf(Outcome.Appended.class);
    }

    @Test
    void takesSoManyEntriesAndRefusesTheNextUntilThereIsRoomAgain() {
        List<CompletableFuture<Outcome>> waiting =
                Stream.generate(() -> send(10)).limit(ENTRIES_MAX).toList();

        assertThat(send(10)).isCompletedWithValue(new Outcome.Overloaded());

        assertAppended(waiting);
        assertAppended(List.of(send(10)));
    }

    @Test
    void takesSoManyBytesAndRefusesTheNextUntilThereIsRoomAgain() {
        List<CompletableFuture<Outcome>> waiting = Stream.generate(() -> send(BYTES_MAX / 4 - TEXT_OVERHEAD))
                .limit(4)
                .toList();

        assertThat(send(1)).isCompletedWithValue(new Outcome.Overloaded());

        assertAppended(waiting);
        assertAppended(List.of(send(BYTES_MAX - TEXT_OVERHEAD)));
    }

    @Test
    void countsBytesAsTheyAreStored() {
        // Two bytes each.
        List<CompletableFuture<Outcome>> waiting = List.of(send("ü".repeat((BYTES_MAX - TEXT_OVERHEAD) / 2)));

        assertThat(send(2)).isCompletedWithValue(new Outcome.Overloaded());

        assertAppended(waiting);
    }

    private CompletableFuture<Outcome> send(int characters) {
        return send("x".repeat(characters));
    }

    private CompletableFuture<Outcome> send(String text) {
        return log.append(conversation, new Command(new EntryId(id()), author, new Content.Text(text), null))
                .toCompletableFuture();
    }

    private void assertAppended(List<? extends CompletionStage<Outcome>> outcomes) {
        outcomes.forEach(outcome -> assertThat(fair.await(outcome)).isInstanceOf(Outcome.Appended.class));
    }

    private static UUID id() {
        return UuidCreator.getTimeOrderedEpoch();
    }
}
