package io.parley.erasure;

import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.log.Buckets;
import io.parley.log.Content;
import io.parley.log.ConversationState;
import io.parley.log.Entry;
import io.parley.log.EntryReads;
import io.parley.log.LogStore;
import io.parley.log.LogStore.Consistency;
import io.parley.log.MessageChange;
import io.parley.projection.Projection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * Erases what was deleted: at a deletion the message and its edits up to there, at an edit that came later the edit. Which
 * edits a message has is not kept anywhere: they stand within a bounded distance, so that a few reads find them.
 *
 * <p>Why nothing stays: entries are applied without a hole and in order, and the mark moves only after the erasure is
 * durable. So when an edit is applied, all deletions before it are done, and a message that was deleted shows no content.
 * Safe for use by several threads.
 */
public final class ErasureProjection implements Projection {

    private final LogStore log;
    private final EntryReads reads;
    private final Buckets buckets;
    private final int editEntriesMax;
    private final Executor executor;

    /** @param editEntriesMax entries from a message to its last edit, as the log's rules have it */
    public ErasureProjection(LogStore log, EntryReads reads, Buckets buckets, int editEntriesMax, Executor executor) {
        this.log = log;
        this.reads = reads;
        this.buckets = buckets;
        this.editEntriesMax = editEntriesMax;
        this.executor = executor;
    }

    @Override
    public String name() {
        return "erasure";
    }

    /** Nothing to show early: a deletion that stands in the log tells every reader not to show its message. */
    @Override
    public void expect(ConversationId conversation, List<Entry> entries, ConversationState state) {}

    @Override
    public CompletionStage<?> apply(ConversationId conversation, List<Entry> entries, ConversationState state) {
        CompletionStage<?> all = CompletableFuture.completedFuture(null);
        for (Entry entry : entries) {
            Content content = entry.content().orElse(null);
            if (content instanceof MessageChange.Deletion deletion) {
                all = all.thenComposeAsync(done -> delete(conversation, deletion.target(), entry.seq()), executor);
            } else if (content instanceof MessageChange.Edit edit) {
                all = all.thenComposeAsync(done -> eraseIfDeleted(conversation, edit.target(), entry.seq()), executor);
            }
        }
        return all;
    }

    private CompletionStage<?> delete(ConversationId conversation, Seq target, Seq deletion) {
        Seq last = target.plus(editEntriesMax);
        return eraseAll(conversation, target, target, last.isAfter(deletion) ? deletion : last);
    }

    /** Erases what {@code from…to} says of the target, a step at a time. Most deletions come soon after what they delete. */
    private CompletionStage<?> eraseAll(ConversationId conversation, Seq target, Seq from, Seq to) {
        if (from.isAfter(to)) {
            return CompletableFuture.completedFuture(null);
        }
        Seq last = min(from.plus(reads.stepEntries() - 1L), to);
        return reads.read(conversation, from, last, Consistency.QUORUM, entries -> seqs(entries, target))
                .thenComposeAsync(seqs -> eraseEach(conversation, seqs), executor)
                .thenComposeAsync(done -> eraseAll(conversation, target, last.next(), to), executor);
    }

    private static List<Seq> seqs(List<Entry> entries, Seq target) {
        return entries.stream()
                .filter(entry -> speaksOf(entry, target))
                .map(Entry::seq)
                .toList();
    }

    private static Seq min(Seq a, Seq b) {
        return a.isAfter(b) ? b : a;
    }

    /** Whether its content is there, and the message's or that of an edit of it. */
    private static boolean speaksOf(Entry entry, Seq target) {
        Content content = entry.content().orElse(null);
        return content instanceof Content.Text
                ? entry.seq().equals(target)
                : content instanceof MessageChange.Edit edit && edit.target().equals(target);
    }

    private CompletionStage<?> eraseEach(ConversationId conversation, List<Seq> seqs) {
        CompletionStage<?> all = CompletableFuture.completedFuture(null);
        for (Seq seq : seqs) {
            all = all.thenComposeAsync(done -> erase(conversation, seq), executor);
        }
        return all;
    }

    private CompletionStage<?> eraseIfDeleted(ConversationId conversation, Seq target, Seq edit) {
        return reads.read(conversation, target, target, Consistency.QUORUM, ErasureProjection::isErased)
                .thenComposeAsync(
                        erased -> erased ? erase(conversation, edit) : CompletableFuture.completedFuture(null),
                        executor);
    }

    private static boolean isErased(List<Entry> entries) {
        return entries.stream().anyMatch(entry -> entry.body() == null);
    }

    private CompletionStage<?> erase(ConversationId conversation, Seq seq) {
        return log.erase(conversation, buckets.of(seq), seq);
    }
}
