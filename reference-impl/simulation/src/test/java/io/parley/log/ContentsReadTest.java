package io.parley.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.erasure.ErasureProjection;
import io.parley.evidence.Verifies;
import io.parley.idindex.IdBlock;
import io.parley.idindex.IdBlockProjection;
import io.parley.kernel.ConversationId;
import io.parley.kernel.EntryId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import io.parley.projection.Projection;
import io.parley.simulation.SmallLog;
import io.parley.simulation.engine.Chance;
import io.parley.simulation.engine.Scheduler;
import io.parley.simulation.engine.SimulatedProcess;
import io.parley.simulation.store.Stores;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A bucket's contents may be larger than a node's memory; whoever wants its ids, or a few of its entries, reads no more. */
@Verifies("MSG-17")
class ContentsReadTest {

    private static final int BUCKET_ENTRIES = 256;

    private static final int WINDOW_ENTRIES = 64;

    private final Scheduler scheduler = new Scheduler();
    private final Chance chance = new Chance(1);
    private final SimulatedProcess node = new SimulatedProcess("node", scheduler, chance.split(), Duration.ZERO, 1);
    private final Stores stores = SmallLog.cluster(scheduler, chance).connect(node);
    private final Buckets buckets = new Buckets(BUCKET_ENTRIES);
    private final List<Long> read = new ArrayList<>();
    private final LogStore counted = counting(stores.log());
    private final LogSettings settings = SmallLog.settings(BUCKET_ENTRIES, WINDOW_ENTRIES, 8, 1_000);
    private final LogRuntime runtime = new LogRuntime(
            node.executor(), node.timer(), node.clock(), chance.split().generator());
    private final ConversationLog log = new ConversationLog(counted, settings, runtime, committed -> {});
    private final UserId ann = new UserId(chance.uuid7(0));
    private final ConversationId conversation = new ConversationId(chance.uuid7(0));
    private final Command first = new Command(newId(), ann, new Content.Text("a secret"), null);

    /** Notes how many positions each read of contents spans. */
    private LogStore counting(LogStore store) {
        return (LogStore) Proxy.newProxyInstance(
                LogStore.class.getClassLoader(), new Class<?>[] {LogStore.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("read")) {
                        read.add(((Seq) arguments[3]).value() - ((Seq) arguments[2]).value() + 1);
                    }
                    return method.invoke(store, arguments);
                });
    }

    @BeforeEach
    void aFullBucket() {
        Content created =
                new Content.Created(ConversationType.GROUP, "Friends", new TreeMap<>(Map.of(ann, Role.OWNER)));
        append(new Command(EntryId.ofConversation(conversation), ann, created, null));
        append(first);
        for (int i = 2; i < BUCKET_ENTRIES; i++) {
            append(new Command(newId(), ann, new Content.Text("something"), null));
        }
        read.clear();
    }

    @Test
    @Verifies("INV-4")
    void findsAnOldIdByIdsAndReadsOneEntry() {
        assertThat(await(log.append(conversation, first))).isInstanceOf(Outcome.Repeated.class);

        assertThat(read).containsExactly(1L);
    }

    @Test
    void drawsABlockFromIdsAlone() {
        apply(new IdBlockProjection(stores.ids(), counted, buckets, node.executor()), BUCKET_ENTRIES);

        assertThat(read).isEmpty();
        assertThat(await(stores.ids().block(conversation, 0)).map(IdBlock::ids))
                .hasValueSatisfying(
                        ids -> assertThat(ids).hasSize(BUCKET_ENTRIES).contains(first.id()));
    }

    @Test
    void looksForWhatIsToBeErasedInAPartOfTheBucketAtATime() {
        append(new Command(newId(), ann, new MessageChange.Deletion(new Seq(2)), null));
        read.clear();
        apply(
                new ErasureProjection(
                        counted, new EntryReads(counted, settings, runtime), buckets, 1_000, node.executor()),
                BUCKET_ENTRIES + 1);

        assertThat(read)
                .hasSizeGreaterThan(1)
                .allMatch(entries -> entries <= settings.reads().stepEntries());
        assertThat(await(stores.log().read(conversation, 0, new Seq(2), new Seq(2), LogStore.Consistency.SERIAL)))
                .allMatch(entry -> entry.body() == null);
    }

    /** Applies one entry. */
    private void apply(Projection projection, long seq) {
        ConversationState state = await(log.state(conversation));
        List<Entry> entries = await(log.entries(conversation, new Seq(seq), new Seq(seq)));
        read.clear();
        await(projection.apply(conversation, entries, state));
    }

    private EntryId newId() {
        return new EntryId(chance.uuid7(scheduler.now().toEpochMilli()));
    }

    private void append(Command command) {
        assertThat(await(log.append(conversation, command))).isInstanceOf(Outcome.Appended.class);
    }

    private <T> T await(CompletionStage<T> stage) {
        while (!stage.toCompletableFuture().isDone()) {
            assertThat(scheduler.runNext()).isTrue();
        }
        return stage.toCompletableFuture().join();
    }
}
