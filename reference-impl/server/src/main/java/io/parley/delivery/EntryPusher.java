package io.parley.delivery;

import io.parley.conversation.Conversation;
import io.parley.conversation.web.ConversationViews;
import io.parley.conversation.web.EntryView;
import io.parley.kernel.Seq;
import io.parley.log.EntriesCommitted;
import io.parley.log.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Pushes committed entries to every socket of every member, the sender's included (MSG-3). */
@Component
class EntryPusher {

    private final Connections connections;
    private final ConversationViews views;

    EntryPusher(Connections connections, ConversationViews views) {
        this.connections = connections;
        this.views = views;
    }

    /** Called in order of seq per conversation; frames are encoded once, and sending does not block. */
    @EventListener
    void on(EntriesCommitted committed) {
        Set<Connection> recipients = committed.state().members().keySet().stream()
                .flatMap(member -> connections.of(member).stream())
                .collect(Collectors.toSet());
        if (recipients.isEmpty()) {
            return;
        }
        List<EncodedFrame> frames = frames(committed);
        for (Connection recipient : recipients) {
            frames.forEach(recipient::send);
        }
    }

    private List<EncodedFrame> frames(EntriesCommitted committed) {
        List<EncodedFrame> frames = new ArrayList<>();
        for (Entry entry : committed.entries()) {
            if (entry.seq().equals(Seq.FIRST)) {
                // Looks users up, which the creation did a moment ago: their cache answers.
                frames.add(EncodedFrame.of(new ServerFrame.ChangedConversation(
                        views.brief(new Conversation(committed.conversation(), committed.state())))));
            }
            frames.add(EncodedFrame.of(new ServerFrame.NewEntry(
                    committed.conversation().toString(), EntryView.of(committed.conversation(), entry))));
        }
        return frames;
    }
}
