package io.parley.delivery;

import io.parley.conversation.web.MarkViews;
import io.parley.kernel.UserId;
import io.parley.limits.Limits;
import io.parley.receipt.Mark;
import io.parley.receipt.MarksMoved;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Pushes marks that moved to the sockets of the members (MSG-10). Who moved is told to everybody in small conversations and
 * to their own devices in large ones, where naming everybody to everybody would cost the square of their number; how far all
 * are, to everybody.
 */
@Component
class MarksPusher {

    private final Connections connections;
    private final int namedMembersMax;

    MarksPusher(Connections connections, Limits limits) {
        this.connections = connections;
        this.namedMembersMax = limits.receipt().namedMembersMax();
    }

    /** Frames are encoded once for all who get the same; sending does not block. */
    @EventListener
    void on(MarksMoved moved) {
        if (moved.members().size() <= namedMembersMax) {
            if (moved.allMoved() || !moved.moved().isEmpty()) {
                push(moved, moved.members(), moved.moved());
            }
            return;
        }
        moved.moved().forEach((user, mark) -> push(moved, Set.of(user), Map.of(user, mark)));
        if (moved.allMoved()) {
            Set<UserId> others = new HashSet<>(moved.members());
            others.removeAll(moved.moved().keySet());
            push(moved, others, Map.of());
        }
    }

    private void push(MarksMoved moved, Set<UserId> recipients, Map<UserId, Mark> named) {
        EncodedFrame frame = null;
        for (UserId user : recipients) {
            for (Connection connection : connections.of(user)) {
                if (frame == null) {
                    frame = EncodedFrame.of(new ServerFrame.Marks(
                            moved.conversation().toString(), MarkViews.of(named), MarkViews.of(moved.all())));
                }
                connection.send(frame);
            }
        }
    }
}
