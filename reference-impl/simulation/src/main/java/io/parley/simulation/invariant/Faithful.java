package io.parley.simulation.invariant;

import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.log.ConversationState;
import io.parley.log.EntriesCommitted;
import io.parley.log.Entry;
import java.util.Map;
import java.util.Objects;
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
        Map<UUID, String> roles = state.members().entrySet().stream()
                .collect(Collectors.toMap(member -> member.getKey().value(), member -> member.getValue()
                        .code()));
        require(
                roles.equals(fold.roles()),
                () -> "at " + state.head() + " a node knows the members " + roles + " of " + fold.roles());
        require(
                Objects.equals(state.title().orElse(null), fold.title()),
                () -> "at " + state.head() + " a node knows another title");
        require(
                state.isReadOnly() == !fold.isUnderstood(),
                () -> "at " + state.head() + " a node takes the log for "
                        + (state.isReadOnly() ? "read-only" : "writable"));
    }
}
