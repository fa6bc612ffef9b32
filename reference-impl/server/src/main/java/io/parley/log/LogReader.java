package io.parley.log;

import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.log.LogStore.Consistency;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Reads that take several steps: ranges, and the way from any state to the head of the log. A step stays in one bucket. */
final class LogReader {

    /** Mostly nothing is new: the first look is short, and each further one twice as long. */
    private static final int FIRST_LOOK_ENTRIES = 4;

    private final EntryReads reads;
    private final Buckets buckets;

    LogReader(EntryReads reads, Buckets buckets) {
        this.reads = reads;
        this.buckets = buckets;
    }

    /** Entries of {@code from…to} (both inclusive) that are acknowledged, ascending. */
    CompletionStage<List<Entry>> range(ConversationId conversation, Seq from, Seq to) {
        return collect(conversation, from, to, new ArrayList<>());
    }

    private CompletionStage<List<Entry>> collect(ConversationId conversation, Seq from, Seq to, List<Entry> found) {
        if (from.isAfter(to)) {
            return CompletableFuture.completedFuture(found);
        }
        Seq last = min(lastOfStep(from, reads.stepEntries()), to);
        return reads.read(conversation, from, last, Consistency.QUORUM, found::addAll)
                .thenCompose(added -> collect(conversation, last.next(), to, found));
    }

    /** Folds all that is acknowledged. */
    CompletionStage<ConversationState> catchUp(ConversationId conversation, ConversationState state) {
        return whileWhole(conversation, state, Math.min(FIRST_LOOK_ENTRIES, reads.stepEntries()))
                .thenCompose(way -> way.hole()
                        ? toHead(conversation, way.state())
                        : CompletableFuture.completedFuture(way.state()));
    }

    /**
     * Folds all that was decided. Only a serial read shows the end; when a step of it turns out full, what follows is read
     * cheaply for as long as steps are full, and then serially again.
     */
    CompletionStage<ConversationState> toHead(ConversationId conversation, ConversationState state) {
        Seq next = state.head().next();
        Seq last = lastOfStep(next, reads.stepEntries());
        return reads.read(conversation, next, last, Consistency.SERIAL, entries -> fold(state, entries))
                .thenCompose(folded -> folded.head().equals(last)
                        ? whileWhole(conversation, folded, reads.stepEntries())
                                .thenCompose(way -> toHead(conversation, way.state()))
                        : CompletableFuture.completedFuture(folded));
    }

    /**
     * How far cheap reads come.
     *
     * @param hole whether entries were found beyond one that was not: a replica lags behind what was decided, and only a serial
     *     read settles that
     */
    private record Way(ConversationState state, boolean hole) {}

    private CompletionStage<Way> whileWhole(ConversationId conversation, ConversationState state, int entries) {
        Seq next = state.head().next();
        Seq last = lastOfStep(next, entries);
        return reads.read(conversation, next, last, Consistency.QUORUM, found -> step(state, found))
                .thenCompose(way -> way.state().head().equals(last)
                        ? whileWhole(conversation, way.state(), Math.min(2 * entries, reads.stepEntries()))
                        : CompletableFuture.completedFuture(way));
    }

    private static Way step(ConversationState state, List<Entry> found) {
        return isContiguous(state.head().next(), found) ? new Way(fold(state, found), false) : new Way(state, true);
    }

    private Seq lastOfStep(Seq first, int entries) {
        return min(first.plus(entries - 1L), buckets.last(buckets.of(first)));
    }

    private static Seq min(Seq a, Seq b) {
        return a.isAfter(b) ? b : a;
    }

    private static boolean isContiguous(Seq first, List<Entry> entries) {
        Seq expected = first;
        for (Entry entry : entries) {
            if (!entry.seq().equals(expected)) {
                return false;
            }
            expected = expected.next();
        }
        return true;
    }

    private static ConversationState fold(ConversationState state, List<Entry> entries) {
        ConversationState folded = state;
        for (Entry entry : entries) {
            folded = folded.plus(entry);
        }
        return folded;
    }
}
