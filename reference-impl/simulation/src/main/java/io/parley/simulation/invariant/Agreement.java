package io.parley.simulation.invariant;

import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.log.EntriesCommitted;
import io.parley.log.Entry;
import io.parley.log.Outcome;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * INV-2: the envelope at a position never changes, whoever shows it; a content goes only from present to erased. What nobody
 * wrote is shown by nobody.
 */
public final class Agreement extends Invariant {

    private final Map<ConversationId, Map<Seq, Entry.Envelope>> envelopes = new TreeMap<>();
    private final Truth truth;

    public Agreement(Truth truth) {
        super("INV-2 Agreement");
        this.truth = truth;
    }

    @Override
    public void written(ConversationId conversation, long bucket, List<Entry> entries) {
        for (Entry entry : entries) {
            Entry.Envelope before = of(conversation).putIfAbsent(entry.seq(), entry.envelope());
            require(before == null, () -> entry.seq() + " was written twice");
        }
    }

    @Override
    public void erased(ConversationId conversation, Entry entry) {
        shown(conversation, entry);
    }

    @Override
    public void answered(Attempt attempt, Outcome outcome) {
        Truth.position(outcome).ifPresent(entry -> shown(attempt.conversation(), entry));
    }

    @Override
    public void committed(String node, EntriesCommitted committed) {
        committed.entries().forEach(entry -> shown(committed.conversation(), entry));
    }

    @Override
    public void readEntries(ConversationId conversation, Seq from, Seq to, Seq known, List<Entry> entries) {
        entries.forEach(entry -> shown(conversation, entry));
    }

    private void shown(ConversationId conversation, Entry entry) {
        Entry.@Nullable Envelope written = of(conversation).get(entry.seq());
        require(entry.envelope().equals(written), () -> entry.envelope() + " was shown where the store has " + written);
        Entry now = truth.log(conversation).get(entry.seq());
        require(
                entry.body() == null
                        || now == null
                        || now.body() == null
                        || entry.body().equals(now.body()),
                () -> "another content was shown at " + entry.seq());
    }

    private Map<Seq, Entry.Envelope> of(ConversationId conversation) {
        return envelopes.computeIfAbsent(conversation, id -> new TreeMap<>());
    }
}
