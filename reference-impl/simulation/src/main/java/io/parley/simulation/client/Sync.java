package io.parley.simulation.client;

import io.parley.kernel.ConversationId;
import io.parley.kernel.EntryId;
import io.parley.kernel.Seq;
import io.parley.simulation.engine.Chance;
import io.parley.simulation.engine.Scheduler;
import java.util.List;
import java.util.Optional;

/** {@code sync.ts}: routes what the socket says to the replica and the sender. */
public final class Sync implements Link.Owner {

    /** What a device does with what it learns. */
    public interface Listener extends Replica.Listener {

        /** Its own entry did not follow the acceptance, and the log is asked for it. */
        void ownEntryAskedFor(ConversationId id, Seq seq);
    }

    private final Scheduler scheduler;
    private final Listener listener;
    private final Replica replica;
    private final Sender sender;
    private final Link link;
    private Optional<String> resumeToken = Optional.empty();

    public Sync(
            Scheduler scheduler,
            Chance chance,
            Link.OpenSocket opener,
            String token,
            Replica.ReadEntries reader,
            Listener listener) {
        this.scheduler = scheduler;
        this.listener = listener;
        this.replica = new Replica(reader, new Replica.Listener() {
            @Override
            public void applied(ConversationId id, List<Held> entries) {
                listener.applied(id, entries);
                entries.forEach(entry -> seen(id, entry.id()));
            }

            @Override
            public void began(ConversationId id, Seq startsAt) {
                listener.began(id, startsAt);
            }

            @Override
            public void gone(ConversationId id) {
                listener.gone(id);
            }
        });
        this.link = new Link(scheduler, chance.split(), opener, token, replica::digest, this);
        this.sender = new Sender(scheduler, chance.split(), link::send);
    }

    private void seen(ConversationId id, EntryId entry) {
        sender.ended(id, entry);
    }

    public Replica replica() {
        return replica;
    }

    public boolean isLive() {
        return link.isLive();
    }

    public int unsent() {
        return sender.unsent();
    }

    public void start() {
        link.start();
    }

    public void stop() {
        link.stop();
    }

    public void submit(ConversationId conversation, EntryId id, String text) {
        sender.submit(conversation, id, text);
    }

    @Override
    public void live() {
        link.send(Frame.resume(resumeToken));
        sender.connected();
    }

    @Override
    public void lost() {
        sender.disconnected();
    }

    @Override
    public void frame(Frame frame) {
        switch (frame.type()) {
            case "heads" -> {
                frame.heads().forEach(replica::head);
                resumeToken = frame.token().or(() -> resumeToken);
            }
            case "entry" -> replica.offer(frame.conversation(), frame.entry());
            case "resync" -> link.send(Frame.resume(resumeToken));
            case "accepted" -> accepted(frame.conversation(), frame.id(), frame.seq());
            case "refused" -> sender.refused(frame.conversation(), frame.id(), frame.isTemporary());
            case "unknown" -> sender.repeatLater(frame.conversation(), frame.id());
            default -> {
                // What it may have cost is repaired at the next heartbeat.
            }
        }
    }

    private void accepted(ConversationId conversation, EntryId id, Seq seq) {
        sender.ended(conversation, id);
        scheduler.after(Pace.OWN_ENTRY, () -> {
            if (replica.applied(conversation).isPresent()) {
                listener.ownEntryAskedFor(conversation, seq);
                replica.head(conversation, seq);
            }
        });
    }
}
