package io.parley.log;

import io.parley.kernel.ConversationId;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** All conversations that there are, for who has to go through them. No call blocks. */
public interface LogCatalogue {

    /** How many parts there are; each holds about as many conversations as the others. */
    int parts();

    /**
     * The conversations of one part, in no order; one that is created meanwhile may be missing. Completes exceptionally if
     * the store does not answer.
     *
     * @param part from 0
     */
    CompletionStage<List<ConversationId>> conversations(int part);
}
