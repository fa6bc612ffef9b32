package io.parley.conversation;

import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Which conversations a user may be in. A row is a hint that the log confirms or not; a conversation with entries has the
 * rows of its members, because they are written first. No call blocks. A stage that completes exceptionally, with the
 * problem {@code store-unavailable} or {@code outcome-unknown}, means that the store did not answer.
 */
public interface Memberships {

    /**
     * Writes the rows of these users. Of two changes to a row the one with the later cause wins, whatever the order of
     * arrival.
     *
     * @param cause position of the entry that makes them members
     */
    CompletionStage<?> add(Collection<UserId> users, ConversationId conversation, Seq cause);

    /** The conversations that the user may be in, in no order: at least all whose rows were acknowledged. */
    CompletionStage<List<ConversationId>> of(UserId user);
}
