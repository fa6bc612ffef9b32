package io.parley.simulation.invariant;

import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import io.parley.log.ConversationState;
import io.parley.log.EntriesCommitted;
import io.parley.log.Entry;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Beyond the catalogue: what a node remembers is the fold of the log up to there. */
public final class Faithful extends Invariant {

    private final Truth truth;

    public Faithful(Truth truth) {
        super("Faithful");
        this.truth = truth;
    }

    @Override
    public void committed(String node, EntriesCommitted committed) {
        compare(committed.conversation(), committed.state());
    }

    @Override
    public void readState(ConversationId conversation, Seq known, ConversationState state) {
        compare(conversation, state);
    }

    private void compare(ConversationId conversation, ConversationState state) {
        OwnFold fold = new OwnFold();
        for (Entry entry : truth.log(conversation).headMap(state.head(), true).values()) {
            fold.add(entry);
        }
        require(
                state.ordinal() == fold.ordinal(),
                () -> "at " + state.head() + " a node counts " + state.ordinal() + " messages of " + fold.ordinal());
        Set<UUID> members = state.members().keySet().stream().map(UserId::value).collect(Collectors.toSet());
        boolean erased = state.exists()
                && truth.log(conversation).firstEntry() != null
                && truth.log(conversation).firstEntry().getValue().body() == null;
        require(
                erased || members.equals(fold.members()),
                () -> "at " + state.head() + " a node knows the members " + members + " of " + fold.members());
        require(
                state.isReadOnly() == !fold.isUnderstood(),
                () -> "at " + state.head() + " a node takes the log for "
                        + (state.isReadOnly() ? "read-only" : "writable"));
    }
}
