package io.parley.simulation.invariant;

import io.parley.inbox.InboxRow;
import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import io.parley.log.EntriesCommitted;
import io.parley.log.Entry;
import io.parley.simulation.client.MemberMark;
import io.parley.simulation.engine.Scheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * MSG-10 and MSG-14, by the words of the interface. A member's mark is never above what their devices reported, the message
 * that they wrote last, or the entry that added them. What was shown of somebody, or answered as durable, does not go back.
 * Only members are told, of members; only of members a report is taken, and only up to the head. In the end nothing that was
 * reported is missing, and what is unread are the messages after the mark.
 */
public final class Marked extends Invariant {

    /** Two intervals and their writes, and what passes until a device that was away is back. */
    private static final Duration SETTLED = Duration.ofSeconds(1);

    private record Of(ConversationId conversation, UserId user) {}

    /** @param since who was a member from here on may not be refused: the report was made by one */
    private record Wish(String device, Position mark, Seq since, long atNanos) {}

    private final Map<Of, Position> highest = new HashMap<>();
    private final Map<Of, Position> shown = new HashMap<>();
    private final Map<Of, List<Wish>> wishes = new HashMap<>();
    private final Truth truth;
    private final Scheduler scheduler;

    public Marked(Truth truth, Scheduler scheduler) {
        super("MSG-10 Marked");
        this.truth = truth;
        this.scheduler = scheduler;
    }

    @Override
    public void written(ConversationId conversation, long bucket, List<Entry> entries) {
        for (Entry entry : entries) {
            movedBy(conversation, entry)
                    .forEach(user ->
                            highest.merge(new Of(conversation, user), Position.both(entry.seq()), Position::max));
        }
    }

    /** Who writes has read; who is added begins there. */
    private Set<UserId> movedBy(ConversationId conversation, Entry entry) {
        return switch (entry.envelope().kind()) {
            case "message" -> Set.of(entry.envelope().author());
            case "membership" -> truth.members(conversation).cameAt(entry.seq());
            default -> Set.of();
        };
    }

    @Override
    public void committed(String node, EntriesCommitted committed) {
        for (Entry entry : committed.entries()) {
            movedBy(committed.conversation(), entry)
                    .forEach(user ->
                            wish(new Of(committed.conversation(), user), "", Position.both(entry.seq()), entry.seq()));
        }
    }

    @Override
    public void reported(String device, UserId user, ConversationId conversation, Seq delivered, Seq read) {
        Of of = new Of(conversation, user);
        Position mark = Position.of(delivered, read);
        highest.merge(of, mark, Position::max);
        Seq known = truth.acknowledged(conversation);
        wish(of, device, mark, known.isAfter(mark.delivered()) ? known : mark.delivered());
    }

    private void wish(Of of, String device, Position mark, Seq since) {
        wishes.computeIfAbsent(of, each -> new ArrayList<>()).add(new Wish(device, mark, since, scheduler.nowNanos()));
    }

    /** What it had reported and not seen come back, nobody reports again. */
    @Override
    public void forgot(String device) {
        wishes.values().forEach(all -> all.removeIf(each -> each.device.equals(device)));
    }

    @Override
    public void markTaken(UserId user, ConversationId conversation, Seq delivered) {
        Seq head = truth.head(conversation);
        require(
                !delivered.isAfter(head),
                () -> "a mark at " + delivered + " of a log that ends at " + head + " was taken");
        require(
                wasMemberSince(conversation, user, delivered),
                () -> "a mark of " + user + " at " + delivered + " was taken, who was no member there nor later");
    }

    @Override
    public void markDurable(UserId user, ConversationId conversation, Seq delivered, Seq read) {
        shown.merge(new Of(conversation, user), Position.of(delivered, read), Position::max);
    }

    @Override
    public void markRefused(UserId user, ConversationId conversation, Seq known, Seq delivered, String problem) {
        require(
                !problem.equals("above-head") || delivered.isAfter(known),
                () -> "a mark at " + delivered + " was refused as above the head, and " + known + " was acknowledged");
        require(
                !problem.equals("not-found") || !truth.isMemberThroughout(conversation, user, known),
                () -> "a mark of " + user + " was refused as a stranger's, who was a member from " + known + " on");
    }

    @Override
    public void shownMarks(UserId to, ConversationId conversation, List<MemberMark> marks, Position all) {
        Seq last = Seq.NONE;
        for (MemberMark mark : marks) {
            Of of = new Of(conversation, mark.user());
            requirePossible(of, mark);
            // Marks at one's own messages are in the log: another node finds them with its next round of projections.
            shown.merge(
                    of, new Position(unlessMoved(of, mark.delivered()), unlessMoved(of, mark.read())), Position::max);
            last = mark.delivered().isAfter(last) ? mark.delivered() : last;
        }
        requireAll(conversation, all);
        Seq told = all.delivered().isAfter(last) ? all.delivered() : last;
        require(
                wasMemberSince(conversation, to, told),
                () -> to + " was told of marks at " + told + ", and was no member there nor later");
    }

    private Seq unlessMoved(Of of, Seq seq) {
        Entry entry = truth.log(of.conversation()).get(seq);
        return entry != null && movedBy(of.conversation(), entry).contains(of.user()) ? Seq.NONE : seq;
    }

    private boolean wasMemberSince(ConversationId conversation, UserId user, Seq seq) {
        Memberships members = truth.members(conversation);
        return !members.neverFrom(user, seq.isAfter(Seq.NONE) ? seq : Seq.FIRST);
    }

    private void requirePossible(Of of, MemberMark mark) {
        Position most = highest.getOrDefault(of, Position.NONE);
        require(
                most.covers(new Position(mark.delivered(), mark.read())),
                () -> of + " is shown at " + mark + " and was never further than " + most);
    }

    /** How far all are is at most how far each is who was a member there and has been ever since. */
    private void requireAll(ConversationId conversation, Position all) {
        highest.forEach((of, most) -> require(
                !of.conversation.equals(conversation)
                        || !truth.isMemberThroughout(conversation, of.user, all.delivered())
                        || most.covers(all),
                () -> "all are shown at " + all + ", and " + of + " was never further than " + most));
    }

    /** What was shown of anybody by now. */
    public Map<UserId, Position> shown(ConversationId conversation) {
        Map<UserId, Position> all = new HashMap<>();
        shown.forEach((of, mark) -> {
            if (of.conversation.equals(conversation)) {
                all.put(of.user, mark);
            }
        });
        return all;
    }

    @Override
    public void readMarks(
            UserId reader,
            ConversationId conversation,
            Seq known,
            Map<UserId, Position> before,
            Collection<MemberMark> marks) {
        Set<UserId> users = new HashSet<>();
        for (MemberMark mark : marks) {
            users.add(mark.user());
            requirePossible(new Of(conversation, mark.user()), mark);
            Position least = before.getOrDefault(mark.user(), Position.NONE);
            require(
                    new Position(mark.delivered(), mark.read()).covers(least),
                    () -> "somebody is read at " + mark + " after having been shown at " + least);
        }
        Memberships members = truth.members(conversation);
        require(
                LongStream.rangeClosed(
                                Math.max(1, known.value()),
                                truth.head(conversation).value())
                        .anyMatch(seq -> members.all(new Seq(seq)).equals(users)),
                () -> "marks of " + users + " were read, who were never all the members after " + known);
        require(users.contains(reader), () -> reader + " was read the marks of others: " + users);
    }

    /**
     * The mark of a member, and then their row, as a node reads them that was not there before, after all faults. Inboxes are
     * written before marks, so what the mark says is read is not unread.
     */
    public void judge(ConversationId conversation, MemberMark mark, InboxRow row) {
        Of of = new Of(conversation, mark.user());
        Position least = least(of);
        require(
                new Position(mark.delivered(), mark.read()).covers(least),
                () -> of + " is at " + mark + " and was reported at " + least);
        long ordinal = row.head().ordinal();
        Seq read = unlessMoved(of, mark.read());
        long most = Math.max(0, ordinal - ordinal(of, read.isAfter(least.read()) ? read : least.read()));
        long fewest =
                ordinal - ordinal(of, highest.getOrDefault(of, Position.NONE).read());
        require(
                row.unreadCount() <= most && row.unreadCount() >= fewest,
                () -> of + " has " + row.unreadCount() + " unread, expected " + fewest + " to " + most);
    }

    private Position least(Of of) {
        long latest = scheduler.nowNanos() - SETTLED.toNanos();
        return wishes.getOrDefault(of, List.of()).stream()
                .filter(each -> each.atNanos <= latest)
                .filter(each -> truth.isMemberThroughout(of.conversation, of.user, each.since))
                .map(Wish::mark)
                .reduce(Position.NONE, Position::max);
    }

    private long ordinal(Of of, Seq seq) {
        Entry entry = truth.log(of.conversation).get(seq);
        return entry == null ? 0 : entry.envelope().ordinal();
    }
}
