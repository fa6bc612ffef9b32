package io.parley.log;

import io.parley.kernel.ConversationId;
import java.util.List;

/**
 * This node appended these entries, and they are durable. Told once, in order of seq, after the fact; a node that dies in
 * between tells nobody, so a listener is a hint and never the only way (the log is the promise).
 *
 * @param entries contiguous, at least one
 * @param state folded up to the last of them
 */
public record EntriesCommitted(ConversationId conversation, List<Entry> entries, ConversationState state) {}
