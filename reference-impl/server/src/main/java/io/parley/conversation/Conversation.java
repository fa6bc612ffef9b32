package io.parley.conversation;

import io.parley.kernel.ConversationId;
import io.parley.log.ConversationState;

/** A conversation that exists, with its state as of a moment. */
public record Conversation(ConversationId id, ConversationState state) {}
