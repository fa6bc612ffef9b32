package io.parley.delivery;

import io.parley.conversation.Conversation;
import io.parley.conversation.web.ConversationViews;
import io.parley.conversation.web.EntryView;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import io.parley.log.EntriesCommitted;
import io.parley.log.Entry;
import io.parley.log.GroupChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Pushes committed entries to every socket of every member, the sender's included (MSG-3). The state after the entries decides
 * who is one. Who left gets no entry, but the position of the last one: a client that asks for what it misses is told that
 * there is no such conversation.
 */
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
        tellWhoLeft(committed);
        List<Connection> recipients = committed.state().members().keySet().stream()
                .flatMap(member -> connections.of(member).stream())
                .toList();
        if (recipients.isEmpty()) {
            return;
        }
        List<EncodedFrame> frames = frames(committed);
        for (Connection recipient : recipients) {
            frames.forEach(recipient::send);
        }
    }

    private void tellWhoLeft(EntriesCommitted committed) {
        EncodedFrame head = null;
        for (UserId user : left(committed)) {
            for (Connection connection : connections.of(user)) {
                if (head == null) {
                    head = EncodedFrame.of(new ServerFrame.Heads(
                            Map.of(
                                    committed.conversation().toString(),
                                    committed.state().head().value()),
                            null));
                }
                connection.send(head);
            }
        }
    }

    private static Set<UserId> left(EntriesCommitted committed) {
        return committed.entries().stream()
                .flatMap(entry -> change(entry).stream())
                .flatMap(change -> change instanceof GroupChange.Membership membership
                        ? membership.removed().stream()
                        : Stream.empty())
                .filter(user -> !committed.state().isMember(user))
                .collect(Collectors.toSet());
    }

    private static Optional<GroupChange> change(Entry entry) {
        return entry.isKept() && entry.content().orElse(null) instanceof GroupChange change
                ? Optional.of(change)
                : Optional.empty();
    }

    private List<EncodedFrame> frames(EntriesCommitted committed) {
        List<EncodedFrame> frames = new ArrayList<>();
        for (Entry entry : committed.entries()) {
            if (entry.seq().equals(Seq.FIRST) || change(entry).isPresent()) {
                // Nothing is looked up on a thread of the log: a client asks for a conversation that it was not shown.
                views.brief(new Conversation(committed.conversation(), committed.state()))
                        .map(ServerFrame.ChangedConversation::new)
                        .map(EncodedFrame::of)
                        .ifPresent(frames::add);
            }
            frames.add(EncodedFrame.of(new ServerFrame.NewEntry(
                    committed.conversation().toString(), EntryView.of(committed.conversation(), entry))));
        }
        return frames;
    }
}
