package io.parley.acceptance.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Verifies;
import io.parley.kernel.EntryId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import io.parley.limits.Limits;
import io.parley.log.EntriesCommitted;
import io.parley.log.Entry;
import io.parley.log.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Eight writers through two nodes into one log, while one proposal in five times out. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CompetingWritersTest {

    private static final int WRITERS = 8;
    private static final int MESSAGES = 2240;

    private final Map<EntryId, Seq> acknowledged = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<EntriesCommitted> committed = new ConcurrentLinkedQueue<>();
    private final List<LogNode> nodes = new ArrayList<>();
    private List<Entry> entries = List.of();

    @BeforeAll
    void write() throws Exception {
        for (long seed : new long[] {1, 2}) {
            nodes.add(LogNode.withFaults(store -> new TimingOutStore(store, seed), committed::add));
        }
        TestConversation group = TestConversation.aGroupOf(WRITERS, nodes.get(0).log());
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Callable<Void>> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                int writer = i;
                writers.add(() -> {
                    write(group, writer);
                    return null;
                });
            }
            for (Future<Void> done : threads.invokeAll(writers)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
        entries = group.entries(nodes.get(1).log());
    }

    /** Sends one after the other; what is unknown or refused for load is sent again by the same id, to the other node. */
    private void write(TestConversation group, int writer) {
        UserId author = group.members().get(writer);
        int node = writer;
        for (int i = 0; i < MESSAGES / WRITERS; i++) {
            EntryId id = TestConversation.newId();
            Outcome outcome;
            do {
                outcome = group.send(nodes.get(node++ % nodes.size()).log(), id, author, writer + " says " + i);
            } while (outcome instanceof Outcome.Unknown || outcome instanceof Outcome.Overloaded);
            acknowledged.put(id, positionOf(outcome));
        }
    }

    private static Seq positionOf(Outcome outcome) {
        if (outcome instanceof Outcome.Appended appended) {
            return appended.entry().seq();
        }
        assertThat(outcome).isInstanceOf(Outcome.Repeated.class);
        return ((Outcome.Repeated) outcome).first().seq();
    }

    @Test
    @Verifies({"INV-1", "MSG-21"})
    void leavesNoHoleOverTwoFullBuckets() {
        assertThat(entries).hasSizeGreaterThan(2 * Limits.packaged().log().bucketEntries());
        assertThat(entries.stream().map(entry -> entry.seq().value()))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, entries.size()).boxed().toList());
    }

    @Test
    @Verifies("INV-4")
    void writesEveryMessageOnce() {
        assertThat(entries.stream().map(Entry::id)).doesNotHaveDuplicates().hasSize(MESSAGES + 1);
    }

    @Test
    @Verifies({"INV-3", "MSG-17"})
    void keepsEveryMessageWhereItWasAcknowledged() {
        assertThat(entries).filteredOn(Entry::isMessage).allSatisfy(entry -> assertThat(entry.seq())
                .isEqualTo(acknowledged.get(entry.id())));
        assertThat(acknowledged).hasSize(MESSAGES);
    }

    @Test
    @Verifies("MSG-21")
    void countsMessagesInTheOrdinal() {
        assertThat(entries.stream().map(entry -> entry.envelope().ordinal()))
                .containsExactlyElementsOf(
                        LongStream.range(0, entries.size()).boxed().toList());
    }

    @Test
    @Verifies("INV-2")
    void tellsListenersExactlyWhatStandsInTheLog() {
        List<Entry> told = committed.stream()
                .flatMap(event -> event.entries().stream())
                .sorted((a, b) -> a.seq().compareTo(b.seq()))
                .toList();
        assertThat(told).isEqualTo(entries);
    }

    @Test
    @Verifies("MSG-21")
    void metLostRacesAndUnknownOutcomes() {
        assertThat(nodes).allSatisfy(node -> {
            assertThat(node.log().counters().lostRaces()).isPositive();
            assertThat(node.log().counters().unknownOutcomes()).isPositive();
        });
        assertThat(nodes.stream()
                        .mapToLong(node -> node.log().counters().settledOutcomes())
                        .sum())
                .isPositive();
    }

    @AfterAll
    void close() {
        nodes.forEach(LogNode::close);
    }
}
