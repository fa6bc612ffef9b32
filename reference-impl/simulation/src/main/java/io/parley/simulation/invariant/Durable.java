package io.parley.simulation.invariant;

import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.log.Command;
import io.parley.log.ConversationState;
import io.parley.log.EntriesCommitted;
import io.parley.log.Entry;
import io.parley.log.Outcome;
import java.util.List;
import java.util.stream.LongStream;

/**
 * INV-3: what was acknowledged is in the log, as the command that was acknowledged, whatever dies afterwards; and everybody
 * who asks later is shown it.
 */
public final class Durable extends Invariant {

    private final Truth truth;

    public Durable(Truth truth) {
        super("INV-3 Durable");
        this.truth = truth;
    }

    @Override
    public void answered(Attempt attempt, Outcome outcome) {
        Truth.position(outcome).ifPresent(acknowledged -> accepted(attempt, acknowledged.seq()));
    }

    @Override
    public void accepted(Attempt attempt, Seq seq) {
        Command command = attempt.command();
        Entry there = truth.log(attempt.conversation()).get(seq);
        require(
                there != null && there.id().equals(command.id()),
                () -> command.id() + " was acknowledged at " + seq + ", where the log has "
                        + (there == null ? "nothing" : there.id()));
        require(
                there == null || Sameness.of(there, command),
                () -> command.id() + " was acknowledged at " + seq + " with another author or content");
    }

    @Override
    public void committed(String node, EntriesCommitted committed) {
        for (Entry entry : committed.entries()) {
            require(
                    truth.log(committed.conversation()).containsKey(entry.seq()),
                    () -> "listeners were told of " + entry.seq() + ", which is not in the log");
        }
    }

    @Override
    public void readEntries(ConversationId conversation, Seq from, Seq to, Seq known, List<Entry> entries) {
        List<Long> expected = LongStream.rangeClosed(from.value(), Math.min(to.value(), known.value()))
                .boxed()
                .toList();
        List<Long> shown = entries.stream().map(entry -> entry.seq().value()).toList();
        require(
                shown.size() >= expected.size()
                        && shown.subList(0, expected.size()).equals(expected),
                () -> "of " + from + ".." + to + ", acknowledged up to " + known + ", a reader was shown " + shown);
    }

    @Override
    public void readState(ConversationId conversation, Seq known, ConversationState state) {
        require(
                !known.isAfter(state.head()),
                () -> "a reader was shown the head " + state.head() + " after " + known + " was acknowledged");
        require(
                !state.head().isAfter(truth.head(conversation)),
                () -> "a reader was shown the head " + state.head() + " of a log that ends at "
                        + truth.head(conversation));
    }
}
