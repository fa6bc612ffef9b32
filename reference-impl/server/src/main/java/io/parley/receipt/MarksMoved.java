package io.parley.receipt;

import io.parley.kernel.ConversationId;
import io.parley.kernel.UserId;
import java.util.Map;
import java.util.Set;

/**
 * This node wrote marks, and they are durable. Told at most once in a coalescing interval per conversation; a node that dies
 * in between tells nobody, so a listener is a hint.
 *
 * @param members of the conversation
 * @param moved whose mark moved, and to where; may be empty
 * @param all how far all members are
 * @param allMoved whether that is news
 */
public record MarksMoved(
        ConversationId conversation, Set<UserId> members, Map<UserId, Mark> moved, Mark all, boolean allMoved) {}
