package io.parley.conversation;

import io.parley.kernel.ConversationId;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Which conversation a pair of users has, decided once by compare-and-set, so that both sides meet in the same one also
 * when they start at the same moment. No call blocks. A stage that completes exceptionally means that the store did not
 * answer; a claim may then have been taken or not, and a repeat does no harm.
 */
public interface DirectConversations {

    /** The pair's conversation as last decided. */
    CompletionStage<Optional<ConversationId>> find(UserPair pair);

    /** Gives the pair this conversation unless it has one; answers the one that it has then. */
    CompletionStage<ConversationId> claim(UserPair pair, ConversationId wanted);

    /** Gives the pair another conversation if it still has {@code stale}; answers the one that it has then. */
    CompletionStage<ConversationId> replace(UserPair pair, ConversationId stale, ConversationId wanted);
}
