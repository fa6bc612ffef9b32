package io.parley.simulation.invariant;

import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.log.Entry;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** INV-1: the log of a conversation is exactly 1…head, each entry in the bucket of its position. */
public final class Gapless extends Invariant {

    private final Map<ConversationId, Seq> heads = new TreeMap<>();
    private final int bucketEntries;

    public Gapless(int bucketEntries) {
        super("INV-1 Gapless");
        this.bucketEntries = bucketEntries;
    }

    @Override
    public void written(ConversationId conversation, long bucket, List<Entry> entries) {
        for (Entry entry : entries) {
            Seq head = heads.getOrDefault(conversation, Seq.NONE);
            require(entry.seq().equals(head.next()), () -> entry.seq() + " was written after " + head);
            require(
                    (entry.seq().value() - 1) / bucketEntries == bucket,
                    () -> entry.seq() + " was written to bucket " + bucket);
            heads.put(conversation, entry.seq());
        }
    }
}
