package io.parley.simulation.invariant;

import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import io.parley.log.EntriesCommitted;
import io.parley.log.Entry;
import io.parley.log.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The logs as the store wrote them, and how far clients were told of them. Told first, before any invariant. */
public final class Truth implements Observer {

    private final Map<ConversationId, NavigableMap<Seq, Entry>> logs = new TreeMap<>();
    private final Map<ConversationId, Memberships> members = new TreeMap<>();
    private final Map<ConversationId, Seq> acknowledged = new TreeMap<>();

    @Override
    public void written(ConversationId conversation, long bucket, List<Entry> entries) {
        entries.forEach(entry -> {
            log(conversation).put(entry.seq(), entry);
            members(conversation).add(entry);
        });
    }

    @Override
    public void erased(ConversationId conversation, Entry entry) {
        log(conversation).put(entry.seq(), entry);
    }

    @Override
    public void answered(Attempt attempt, Outcome outcome) {
        position(outcome).ifPresent(entry -> acknowledge(attempt.conversation(), entry.seq()));
    }

    @Override
    public void accepted(Attempt attempt, Seq seq) {
        acknowledge(attempt.conversation(), seq);
    }

    @Override
    public void created(ConversationId conversation) {
        acknowledge(conversation, Seq.FIRST);
    }

    @Override
    public void committed(String node, EntriesCommitted committed) {
        acknowledge(committed.conversation(), committed.state().head());
    }

    private void acknowledge(ConversationId conversation, Seq seq) {
        acknowledged.merge(conversation, seq, (a, b) -> a.isAfter(b) ? a : b);
    }

    /** The entry that an acknowledgement names. */
    static Optional<Entry> position(Outcome outcome) {
        if (outcome instanceof Outcome.Appended appended) {
            return Optional.of(appended.entry());
        }
        return outcome instanceof Outcome.Repeated repeated ? Optional.of(repeated.first()) : Optional.empty();
    }

    public Iterable<ConversationId> conversations() {
        return logs.keySet();
    }

    public NavigableMap<Seq, Entry> log(ConversationId conversation) {
        return logs.computeIfAbsent(conversation, id -> new TreeMap<>());
    }

    /** The end of a log; {@link Seq#NONE} if it is empty. */
    public Seq head(ConversationId conversation) {
        NavigableMap<Seq, Entry> log = log(conversation);
        return log.isEmpty() ? Seq.NONE : log.lastKey();
    }

    /** The highest position that anybody was told. */
    public Seq acknowledged(ConversationId conversation) {
        return acknowledged.getOrDefault(conversation, Seq.NONE);
    }

    /** Whether the user has been a member at that position and at all after it. */
    public boolean isMemberThroughout(ConversationId conversation, UserId user, Seq from) {
        return !from.isAfter(head(conversation)) && members(conversation).throughout(user, from);
    }

    /** Whether the user has been no member at that position, nor at any after it. */
    public boolean isNoMemberFrom(ConversationId conversation, UserId user, Seq from) {
        return members(conversation).neverFrom(user, from);
    }

    Memberships members(ConversationId conversation) {
        return members.computeIfAbsent(conversation, id -> new Memberships());
    }

    List<Entry> entries(ConversationId conversation) {
        return new ArrayList<>(log(conversation).values());
    }
}
