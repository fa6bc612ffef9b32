package io.parley.simulation.invariant;

import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.log.Entry;
import io.parley.simulation.client.Held;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** INV-6: a device applies entries in seq order, each once, from the head that it started at; and what it applies is the log. */
public final class InOrder extends Invariant {

    private record At(String device, ConversationId conversation) {}

    private final Map<At, Seq> applied = new HashMap<>();
    private final Truth truth;

    public InOrder(Truth truth) {
        super("INV-6 InOrder");
        this.truth = truth;
    }

    @Override
    public void began(String device, ConversationId conversation, Seq startsAt) {
        require(
                !startsAt.isAfter(truth.head(conversation)),
                () -> device + " began at " + startsAt + " of a log that ends at " + truth.head(conversation));
        applied.put(new At(device, conversation), startsAt);
    }

    @Override
    public void forgot(String device) {
        applied.keySet().removeIf(at -> at.device().equals(device));
    }

    @Override
    public void applied(String device, ConversationId conversation, List<Held> entries) {
        for (Held entry : entries) {
            Seq before = applied.getOrDefault(new At(device, conversation), Seq.NONE);
            require(entry.seq().equals(before.next()), () -> device + " applied " + entry.seq() + " after " + before);
            Entry there = truth.log(conversation).get(entry.seq());
            require(
                    there != null && there.id().equals(entry.id()),
                    () -> device + " applied " + entry.id() + " at " + entry.seq() + ", where the log has "
                            + (there == null ? "nothing" : there.id()));
            applied.put(new At(device, conversation), entry.seq());
        }
    }
}
