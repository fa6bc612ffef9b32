package io.parley.projection;

import io.parley.kernel.ConversationId;
import io.parley.log.ConversationState;

/**
 * Entries up to this state's head may have reached nobody: their node died, or they were committed by one and repeated to
 * another. The projections have them now; who is connected should be told the head.
 */
public record ConversationRepaired(ConversationId conversation, ConversationState state) {}
