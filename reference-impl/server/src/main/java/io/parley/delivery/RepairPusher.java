package io.parley.delivery;

import io.parley.projection.ConversationRepaired;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the members who are connected how far a conversation is whose entries may have been pushed to nobody (INV-7). */
@Component
class RepairPusher {

    private final Connections connections;

    RepairPusher(Connections connections) {
        this.connections = connections;
    }

    /** A head is a lower bound: who has it ignores it, who has less asks for the rest. */
    @EventListener
    void on(ConversationRepaired repaired) {
        List<Connection> recipients = repaired.state().members().keySet().stream()
                .flatMap(member -> connections.of(member).stream())
                .toList();
        if (recipients.isEmpty()) {
            return;
        }
        EncodedFrame head = EncodedFrame.of(new ServerFrame.Heads(
                Map.of(
                        repaired.conversation().toString(),
                        repaired.state().head().value()),
                null));
        recipients.forEach(recipient -> recipient.send(head));
    }
}
