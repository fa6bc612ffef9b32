package io.parley.simulation.client;

import io.parley.kernel.ConversationId;
import io.parley.kernel.EntryId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import io.parley.simulation.engine.Chance;
import io.parley.simulation.engine.Scheduler;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/** {@code sync.ts}: routes what the socket says to the replica and the sender. */
public final class Sync implements Link.Owner {

    /** What a device does with what it learns. */
    public interface Listener extends Replica.Listener {

        /** Its own entry did not follow the acceptance, and the log is asked for it. */
        void ownEntryAskedFor(ConversationId id, Seq seq);

        /** The socket that was live is gone. */
        void lost();
    }

    private final Scheduler scheduler;
    private final Listener listener;
    private final Replica replica;
    private final Sender sender;
    private final Link link;
    private final Marks marks;
    private final Resumption resumption;
    private final Set<ConversationId> named = new TreeSet<>();

    public Sync(
            Scheduler scheduler,
            Chance chance,
            Link.OpenSocket opener,
            UserId user,
            String token,
            Duration reportEvery,
            Replica.ReadEntries reader,
            Listener listener) {
        this.scheduler = scheduler;
        this.listener = listener;
        this.replica = new Replica(reader, new Replica.Listener() {
            @Override
            public void applied(ConversationId id, List<Held> entries) {
                listener.applied(id, entries);
                entries.forEach(entry -> seen(id, entry));
            }

            @Override
            public void began(ConversationId id, Seq startsAt) {
                listener.began(id, startsAt);
            }

            @Override
            public void gone(ConversationId id) {
                forget(id);
                listener.gone(id);
            }
        });
        this.link = new Link(scheduler, chance.split(), opener, token, replica::digest, this);
        this.sender = new Sender(scheduler, chance.split(), link::send);
        this.marks = new Marks(user, scheduler, reportEvery, link::send);
        this.resumption = new Resumption(link::send);
    }

    private void seen(ConversationId id, Held entry) {
        sender.ended(id, entry.id());
        UserId writer = entry.writer();
        if (writer != null) {
            marks.wrote(id, writer, entry.seq());
        }
    }

    private void forget(ConversationId id) {
        marks.forget(id);
    }

    public Replica replica() {
        return replica;
    }

    public boolean isLive() {
        return link.isLive();
    }

    public int unsent() {
        return sender.unsent().size();
    }

    /** Everything that a log or a refusal has not ended, in the order of writing. */
    public List<EntryId> outbox() {
        return sender.unsent();
    }

    /** How far everybody is, as far as this device was told. */
    public SortedMap<ConversationId, Receipt> receipts() {
        return marks.told();
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

    public void reached(ConversationId conversation, Seq seq) {
        marks.reached(conversation, seq);
    }

    public void shown(ConversationId conversation, Seq seq) {
        marks.shown(conversation, seq);
    }

    @Override
    public void live() {
        named.clear();
        resumption.connected();
        sender.connected();
        marks.connected();
    }

    @Override
    public void lost() {
        listener.lost();
        sender.disconnected();
    }

    @Override
    public void frame(Frame frame) {
        switch (frame.type()) {
            case "heads" -> {
                frame.heads().forEach(replica::head);
                named.addAll(frame.heads().keySet());
                // The token stands in the last frame of an answer: only then is all of it taken in.
                frame.token().ifPresent(resumption::answered);
                frame.count().ifPresent(this::counted);
            }
            case "entry" -> replica.offer(frame.conversation(), frame.entry());
            case "marks" -> marks.told(frame.conversation(), frame.memberMarks(), frame.all());
            case "problem" -> {
                if (frame.namesConversation()) {
                    marks.refused(frame.conversation(), frame.isTemporary());
                }
            }
            case "resync" -> resumption.dropped();
            case "accepted" -> accepted(frame.conversation(), frame.id(), frame.seq());
            case "refused" -> sender.refused(frame.conversation(), frame.id(), frame.isTemporary());
            case "unknown" -> sender.repeatLater(frame.conversation(), frame.id());
            default -> {
                // What it may have cost is repaired at the next heartbeat.
            }
        }
    }

    /** The end of an answer. Who holds more than the user has was away when the user was removed, and asks for all. */
    private void counted(int count) {
        Set<ConversationId> answered = Set.copyOf(named);
        named.clear();
        if (answered.size() >= count) {
            replica.doubtAllBut(answered);
        } else if (replica.applied().size() > count) {
            resumption.askForAll();
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
