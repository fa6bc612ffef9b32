package io.parley.log;

import com.github.f4b6a3.uuid.UuidCreator;
import io.parley.kernel.ConversationId;
import io.parley.kernel.EntryId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import io.parley.limits.Limits;
import io.parley.log.cassandra.CassandraLogStore;
import io.parley.log.cassandra.UnguardedAppend;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One conversation on a real Cassandra, where every acknowledged write is on disk: the time until the last of one or of 64
 * messages that were sent at once is acknowledged.
 *
 * <p>Three ways, to see what each layer adds: the batch without the condition on the bucket, the store's own batch, and
 * the whole log with validation, group commit and fold.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class AppendBenchmark {

    private static final String TEXT = "See you at the station at nine, I bring the tickets and the map.";

    /** Messages at once. */
    @Param({"1", "64"})
    public int messages;

    private @Nullable BenchmarkNode connected;
    private final UserId author = new UserId(UuidCreator.getTimeOrderedEpoch());
    private final Buckets buckets = new Buckets(Limits.packaged().log().bucketEntries());
    private ConversationId conversation = newConversation();
    private Seq head = Seq.NONE;

    @Setup
    public void connect() {
        connected = BenchmarkNode.connected();
        conversation = connected.newGroup(author);
        head = Seq.FIRST;
    }

    @TearDown
    public void disconnect() {
        node().close();
    }

    @Benchmark
    public boolean batchWithoutCondition() {
        List<Entry> entries = nextEntries();
        UnguardedAppend store = node().unguarded();
        return confirmed(store.append(conversation, bucketOf(entries), entries));
    }

    @Benchmark
    public boolean batchOfTheStore() {
        List<Entry> entries = nextEntries();
        CassandraLogStore store = node().store();
        return confirmed(store.append(conversation, bucketOf(entries), entries)
                .thenApply(answer -> answer == LogStore.Append.APPLIED));
    }

    @Benchmark
    public boolean appendToTheLog() {
        List<CompletableFuture<Outcome>> outcomes = new ArrayList<>();
        for (int i = 0; i < messages; i++) {
            Command command = new Command(newId(), author, new Content.Text(TEXT), null);
            outcomes.add(node().log().append(conversation, command).toCompletableFuture());
        }
        outcomes.forEach(outcome -> confirmed(outcome.thenApply(answer -> answer instanceof Outcome.Appended)));
        return true;
    }

    private BenchmarkNode node() {
        return Objects.requireNonNull(connected, "JMH calls the set-up first");
    }

    /** A batch lies within one bucket; what is left of a bucket that it does not fit into is skipped. */
    private List<Entry> nextEntries() {
        if (buckets.of(head.next()) != buckets.of(head.plus(messages))) {
            conversation = newConversation();
            head = Seq.NONE;
        }
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < messages; i++) {
            head = head.next();
            entries.add(entry(head));
        }
        return entries;
    }

    private long bucketOf(List<Entry> entries) {
        return buckets.of(entries.get(0).seq());
    }

    private Entry entry(Seq seq) {
        UUID salt = UUID.randomUUID();
        String content = ContentCodec.encode(new Content.Text(TEXT));
        return new Entry(
                new Entry.Envelope(
                        seq,
                        newId(),
                        author,
                        Kind.MESSAGE.code(),
                        ContentCodec.VERSION,
                        seq.value(),
                        Instant.now().truncatedTo(ChronoUnit.MILLIS),
                        null,
                        Digest.of(salt, content)),
                new Entry.Body(salt, content));
    }

    /** What was refused or is unknown is no append: the figure would be worthless. */
    private static boolean confirmed(CompletionStage<Boolean> written) {
        if (!written.toCompletableFuture().join()) {
            throw new IllegalStateException("not written, expected every append to succeed");
        }
        return true;
    }

    private static EntryId newId() {
        return new EntryId(UuidCreator.getTimeOrderedEpoch());
    }

    private static ConversationId newConversation() {
        return new ConversationId(UuidCreator.getTimeOrderedEpoch());
    }
}
