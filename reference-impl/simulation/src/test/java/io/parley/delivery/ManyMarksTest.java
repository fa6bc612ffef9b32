package io.parley.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.account.Caller;
import io.parley.conversation.ConversationParts;
import io.parley.evidence.Verifies;
import io.parley.inbox.Inbox;
import io.parley.kernel.ConversationId;
import io.parley.kernel.DeviceId;
import io.parley.kernel.EntryId;
import io.parley.kernel.UserId;
import io.parley.limits.Limits;
import io.parley.log.AfterStep;
import io.parley.log.Command;
import io.parley.log.Content;
import io.parley.log.ConversationLog;
import io.parley.log.ConversationType;
import io.parley.log.LogRuntime;
import io.parley.log.Role;
import io.parley.problem.JsonFields;
import io.parley.receipt.DeviceMark;
import io.parley.receipt.ReceiptComponent;
import io.parley.receipt.ReceiptStore;
import io.parley.simulation.SmallLog;
import io.parley.simulation.engine.Chance;
import io.parley.simulation.engine.Scheduler;
import io.parley.simulation.engine.SimulatedProcess;
import io.parley.simulation.store.Stores;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** Marks by frame while the store takes its time: all are taken, and what waits does not grow with the frames. */
@Verifies({"MSG-10", "API-2"})
class ManyMarksTest {

    private static final Duration COALESCE = Duration.ofSeconds(1);

    private final Scheduler scheduler = new Scheduler();
    private final Chance chance = new Chance(1);
    private final SimulatedProcess node = new SimulatedProcess("node", scheduler, chance.split(), Duration.ZERO, 1);
    private final Stores stores = SmallLog.cluster(scheduler, chance).connect(node);
    private final LogRuntime runtime = new LogRuntime(
            node.executor(), node.timer(), node.clock(), chance.split().generator());
    private final ConversationLog log = new ConversationLog(stores.log(), SmallLog.SETTINGS, runtime, committed -> {});
    private final Unhurried receipts = new Unhurried();
    private final MarkAnswers answers = answers();
    private final Heard heard = new Heard();
    private final List<String> told = heard.frames();
    private final Connection connection = new Connection(1, heard, 1 << 20, AfterStep.AT_ONCE, Instant.EPOCH);
    private final UserId ann = new UserId(chance.uuid7(0));
    private final Caller caller = new Caller(ann, new DeviceId(chance.uuid7(0)), new UUID(1, 1), Instant.MAX);

    @Test
    void areAnsweredOnceForEachWriteThatFails() {
        ConversationId conversation = aConversation();
        mark(conversation, 1);
        for (int i = 0; i < 1_000; i++) {
            mark(conversation, 2);
        }

        receipts.fail();
        pass(COALESCE.multipliedBy(2));
        assertThat(told).hasSize(1).allSatisfy(frame -> assertThat(frame).contains(conversation.toString()));

        receipts.fail();
        pass(COALESCE.multipliedBy(2));
        assertThat(told).hasSize(2);

        mark(conversation, 2);
        receipts.fail();
        pass(COALESCE.multipliedBy(2));
        assertThat(told).hasSize(3);
    }

    /** As after a long absence: nobody is refused for having many conversations. */
    @Test
    void areTakenWithoutHoldingAPlaceUntilTheyAreWritten() {
        List<CompletionStage<?>> taken = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            taken.add(mark(aConversation(), 2));
        }

        assertThat(taken)
                .allSatisfy(stage -> assertThat(stage.toCompletableFuture()).isCompleted());
        assertThat(told).isEmpty();
        assertThat(receipts.writes).hasSize(200);
    }

    private CompletionStage<?> mark(ConversationId conversation, long delivered) {
        String frame =
                "{\"type\":\"mark\",\"conversationId\":\"" + conversation + "\",\"delivered\":" + delivered + "}";
        CompletionStage<?> taken =
                answers.answer(connection, caller, (ClientFrame.Mark) ClientFrame.read(JsonFields.parse(frame)));
        pass(Duration.ofMillis(1));
        return taken;
    }

    private ConversationId aConversation() {
        ConversationId conversation = new ConversationId(chance.uuid7(0));
        TreeMap<UserId, Role> members =
                new TreeMap<>(Map.of(ann, Role.OWNER, new UserId(chance.uuid7(0)), Role.MEMBER));
        append(
                conversation,
                EntryId.ofConversation(conversation),
                new Content.Created(ConversationType.GROUP, "Friends", members));
        append(conversation, new EntryId(chance.uuid7(scheduler.now().toEpochMilli())), new Content.Text("hello"));
        return conversation;
    }

    private void append(ConversationId conversation, EntryId id, Content content) {
        CompletionStage<?> outcome = log.append(conversation, new Command(id, ann, content, null));
        while (!outcome.toCompletableFuture().isDone()) {
            assertThat(scheduler.runNext()).isTrue();
        }
    }

    private void pass(Duration duration) {
        scheduler.runUntil(scheduler.nowNanos() + duration.toNanos());
    }

    private MarkAnswers answers() {
        Inbox inbox = new Inbox(stores.inbox(), 100, 1, COALESCE, node.executor(), node.clock());
        ConversationParts conversations = ConversationParts.on(
                log,
                stores.directs(),
                new ReceiptComponent(receipts, inbox, 10_000, node.executor()).on(log, runtime, COALESCE, moved -> {}),
                new NobodyKnown(),
                Limits.packaged(),
                node.clock(),
                node.executor());
        return new MarkAnswers(conversations.marks(), conversations.conversations());
    }

    /** A store that is still writing. */
    private static final class Unhurried implements ReceiptStore {

        private final List<CompletableFuture<Object>> writes = new ArrayList<>();

        @Override
        public CompletionStage<?> write(ConversationId id, List<DeviceMark> marks) {
            CompletableFuture<Object> write = new CompletableFuture<>();
            writes.add(write);
            return write;
        }

        @Override
        public CompletionStage<List<DeviceMark>> read(ConversationId id) {
            return CompletableFuture.completedFuture(List.of());
        }

        void fail() {
            writes.get(writes.size() - 1).completeExceptionally(new IllegalStateException("an error that was planted"));
        }
    }
}
