package io.parley.inbox;

import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * What this node has committed and not written to the inboxes yet, so that who asks right after an acknowledgement sees it.
 * Holds a conversation for as long as its rows are due: about a second. Safe for use by several threads.
 */
final class InboxOverlay {

    private final ConcurrentMap<ConversationId, InboxChange> due = new ConcurrentHashMap<>();
    private final ConcurrentMap<UserId, Set<ConversationId>> byUser = new ConcurrentHashMap<>();

    void add(InboxChange change) {
        due.compute(change.conversation(), (id, present) -> {
            // In one step with being due: if the rows were written in between, nobody would forget it.
            change.concerned().forEach(member -> remember(member, id));
            return present == null ? change : present.plus(change);
        });
    }

    /** The rows have been written up to this head; what came later stays. */
    void written(ConversationId conversation, Seq head) {
        due.computeIfPresent(conversation, (id, change) -> {
            if (change.state().head().isAfter(head)) {
                return change;
            }
            change.concerned().forEach(member -> forget(member, conversation));
            return null;
        });
    }

    private void remember(UserId member, ConversationId conversation) {
        byUser.compute(member, (user, present) -> {
            Set<ConversationId> all = present == null ? ConcurrentHashMap.newKeySet() : present;
            all.add(conversation);
            return all;
        });
    }

    private void forget(UserId member, ConversationId conversation) {
        byUser.computeIfPresent(member, (user, all) -> {
            all.remove(conversation);
            return all.isEmpty() ? null : all;
        });
    }

    /** What is due for the user. */
    List<InboxChange> changes(UserId user) {
        return byUser.getOrDefault(user, Set.of()).stream()
                .map(due::get)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Whether it holds nothing, of nobody. */
    boolean isEmpty() {
        return due.isEmpty() && byUser.isEmpty();
    }
}
