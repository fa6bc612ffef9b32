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
import java.util.stream.Stream;

/** The logs as the store wrote them, and how far clients were told of them. Told first, before any invariant. */
public final class Truth implements Observer {

    private final Map<ConversationId, NavigableMap<Seq, Entry>> logs = new TreeMap<>();
    private final Map<ConversationId, Seq> acknowledged = new TreeMap<>();

    @Override
    public void written(ConversationId conversation, long bucket, List<Entry> entries) {
        entries.forEach(entry -> log(conversation).put(entry.seq(), entry));
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
        return !from.isAfter(head(conversation))
                && memberships(conversation, user, from).allMatch(member -> member);
    }

    /** Whether the user has been no member at that position, nor at any after it. */
    public boolean isNoMemberFrom(ConversationId conversation, UserId user, Seq from) {
        return memberships(conversation, user, from).noneMatch(member -> member);
    }

    private Stream<Boolean> memberships(ConversationId conversation, UserId user, Seq from) {
        OwnFold fold = new OwnFold();
        return log(conversation).values().stream()
                .map(entry -> {
                    fold.add(entry);
                    return from.isAfter(entry.seq()) ? Optional.<Boolean>empty() : member(fold, user);
                })
                .flatMap(Optional::stream);
    }

    private static Optional<Boolean> member(OwnFold fold, UserId user) {
        return Optional.of(fold.members().contains(user.value()));
    }

    List<Entry> entries(ConversationId conversation) {
        return new ArrayList<>(log(conversation).values());
    }
}
