package io.parley.simulation.invariant;

import io.parley.kernel.ConversationId;
import io.parley.log.Command;

/**
 * A command that reached a node, once; a repeat is another attempt.
 *
 * @param number tells attempts apart
 * @param node name of the node's incarnation
 */
public record Attempt(long number, String node, ConversationId conversation, Command command) {}
