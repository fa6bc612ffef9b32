package io.parley.log;

import com.github.f4b6a3.uuid.UuidCreator;
import io.parley.kernel.ConversationId;
import io.parley.kernel.EntryId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import io.parley.limits.Limits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a node pays for knowing what stands in a log: folding it, and what {@link IdWindow} and {@link SnapshotCodec} cost
 * when the window of ids is full.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class FoldBenchmark {

    private static final int WINDOW = Limits.packaged().log().idWindowEntries();
    private static final int ENTRIES = 1000;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final List<Entry> entries = entries(ENTRIES);
    private final ConversationState folded = fold(entries(3 * ENTRIES));
    private final LogStore.Snapshot snapshot = SnapshotCodec.encode(folded);
    private final IdWindow full = folded.window();
    private final EntryId oldest = full.ids().get(0);
    private final EntryId unknown = newId();

    @Benchmark
    public ConversationState foldOf1000Entries() {
        return fold(entries);
    }

    @Benchmark
    public IdWindow windowPlus() {
        return full.plus(unknown);
    }

    /** The scan begins with the newest id: this is its worst hit. */
    @Benchmark
    public Optional<Seq> windowFindOldest() {
        return full.find(oldest);
    }

    @Benchmark
    public Optional<Seq> windowFindUnknown() {
        return full.find(unknown);
    }

    @Benchmark
    public LogStore.Snapshot snapshotEncode() {
        return SnapshotCodec.encode(folded);
    }

    @Benchmark
    public Optional<ConversationState> snapshotDecode() {
        return SnapshotCodec.decode(snapshot, WINDOW);
    }

    private static ConversationState fold(List<Entry> entries) {
        ConversationState state = ConversationState.empty(WINDOW);
        for (Entry entry : entries) {
            state = state.plus(entry);
        }
        return state;
    }

    /** A group of ten, and their messages. */
    private static List<Entry> entries(int count) {
        TreeMap<UserId, Role> members = new TreeMap<>();
        for (int i = 0; i < 10; i++) {
            members.put(new UserId(UuidCreator.getTimeOrderedEpoch()), i == 0 ? Role.OWNER : Role.MEMBER);
        }
        UserId author = members.firstKey();
        ConversationId conversation = new ConversationId(UuidCreator.getTimeOrderedEpoch());
        List<Entry> entries = new ArrayList<>();
        Content created = new Content.Created(ConversationType.GROUP, "Benchmark", members);
        entries.add(entry(1, EntryId.ofConversation(conversation), author, created));
        for (int seq = 2; seq <= count; seq++) {
            entries.add(entry(seq, newId(), author, new Content.Text("message " + seq)));
        }
        return entries;
    }

    private static Entry entry(int seq, EntryId id, UserId author, Content content) {
        UUID salt = new UUID(seq, seq);
        String text = ContentCodec.encode(content);
        return new Entry(
                new Entry.Envelope(
                        new Seq(seq),
                        id,
                        author,
                        content.kind().code(),
                        ContentCodec.VERSION,
                        seq - 1L,
                        START.plusSeconds(seq),
                        null,
                        Digest.of(salt, text)),
                new Entry.Body(salt, text));
    }

    private static EntryId newId() {
        return new EntryId(UuidCreator.getTimeOrderedEpoch());
    }
}
