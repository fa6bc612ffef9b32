package io.parley.acceptance.crash;

import com.github.f4b6a3.uuid.UuidCreator;
import io.parley.kernel.ConversationId;
import io.parley.kernel.EntryId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What two clients wrote down and a server shows after a round without any error: one conversation, eight messages in
 * turn, each acknowledged before the next is made. Tests spoil one part of it.
 */
final class PlantedRound {

    private static final int MESSAGES = 8;
    private static final long NANOS_BETWEEN = 10;

    /** Entries by place: entry 1 is at 0. */
    final List<LogEntry> log = new ArrayList<>();

    final List<LogEntry> otherLog;
    final List<LogEntry> firstShown;
    final List<LogEntry> secondShown;

    @Nullable
    Seq listedHead = new Seq(MESSAGES + 1L);

    Seq secondBegan = Seq.NONE;
    boolean secondHeardOfIt = true;

    /** What the stranger, who is no member, lived through. */
    final List<Event> strangerLived = new ArrayList<>();

    boolean strangerReads;
    boolean strangerHasItListed;

    private final ConversationId conversation = new ConversationId(UuidCreator.getTimeOrderedEpoch());
    private final UserId first = new UserId(UuidCreator.getTimeOrderedEpoch());
    private final UserId second = new UserId(UuidCreator.getTimeOrderedEpoch());
    private final UserId stranger = new UserId(UuidCreator.getTimeOrderedEpoch());
    private final List<Event.Acknowledged> acknowledged = new ArrayList<>();
    private final List<Event.Sent> sent = new ArrayList<>();
    private final Set<EntryId> refused = new TreeSet<>();

    PlantedRound() {
        log.add(new LogEntry(Seq.FIRST, "created", EntryId.ofConversation(conversation), first, null));
        for (int i = 0; i < MESSAGES; i++) {
            EntryId id = newId();
            Seq seq = new Seq(i + 2L);
            log.add(new LogEntry(seq, "message", id, authorOf(i), "text " + i));
            sent.add(new Event.Sent(conversation, id, "text " + i, NANOS_BETWEEN * i));
            acknowledged.add(new Event.Acknowledged(id, seq, NANOS_BETWEEN * i + 5));
        }
        otherLog = new ArrayList<>(log);
        firstShown = new ArrayList<>(log);
        secondShown = new ArrayList<>(log);
    }

    ConversationId conversation() {
        return conversation;
    }

    List<Violation> violations() {
        return Checker.check(
                List.of(
                        history(first, Seq.NONE, firstShown, true),
                        history(second, secondBegan, secondShown, false),
                        new History(stranger, strangerLived)),
                List.of(view(first, log), view(second, otherLog), strangersView()));
    }

    List<Violation.Kind> kinds() {
        return violations().stream().map(Violation::kind).toList();
    }

    /** An entry after the last that nobody made. */
    LogEntry phantom() {
        return new LogEntry(new Seq(log.size() + 1L), "message", newId(), second, "boo");
    }

    /** The entries from this place on stand one position earlier. */
    void moveUp(int place) {
        log.replaceAll(
                entry -> entry.seq().value() > place ? entry.at(entry.seq().plus(-1)) : entry);
    }

    void replaceEverywhere(int place, LogEntry entry) {
        List.of(log, otherLog, firstShown, secondShown).forEach(entries -> entries.set(place, entry));
    }

    /** Two messages change places for all readers, and their acknowledgements say so too. */
    void swapEverywhere(int one, int other) {
        LogEntry left = log.get(one);
        LogEntry right = log.get(other);
        replaceEverywhere(one, right.at(left.seq()));
        replaceEverywhere(other, left.at(right.seq()));
        acknowledge(right.id(), left.seq());
        acknowledge(left.id(), right.seq());
    }

    void forgetAcknowledgement(int place) {
        acknowledged.removeIf(said -> said.id().equals(log.get(place).id()));
    }

    void refuse(int place) {
        forgetAcknowledgement(place);
        refused.add(log.get(place).id());
    }

    /** The stranger made this message, was told that it stands, and everybody is shown it. */
    void letTheStrangerWrite(int place) {
        LogEntry entry = log.get(place);
        replaceEverywhere(place, new LogEntry(entry.seq(), entry.kind(), entry.id(), stranger, entry.text()));
        sent.stream().filter(message -> message.id().equals(entry.id())).forEach(strangerLived::add);
        acknowledged.stream().filter(said -> said.id().equals(entry.id())).forEach(strangerLived::add);
        sent.removeIf(message -> message.id().equals(entry.id()));
        forgetAcknowledgement(place);
    }

    /** All of it, as if the stranger were a member. */
    void showTheStranger() {
        strangerLived.add(new Event.Began(conversation, Seq.NONE));
        log.forEach(entry -> strangerLived.add(new Event.Applied(conversation, entry)));
    }

    private void acknowledge(EntryId id, Seq seq) {
        acknowledged.replaceAll(said -> said.id().equals(id) ? new Event.Acknowledged(id, seq, said.nanos()) : said);
    }

    private History history(UserId user, Seq began, List<LogEntry> shown, boolean creator) {
        List<Event> events = new ArrayList<>();
        if (creator) {
            events.add(new Event.Created(conversation, Set.of(first, second)));
        }
        for (Event.Sent message : sent) {
            if (authorOf(Math.toIntExact(message.nanos() / NANOS_BETWEEN)).equals(user)) {
                EntryId id = message.id();
                events.add(message);
                acknowledged.stream().filter(said -> said.id().equals(id)).forEach(events::add);
                if (refused.contains(id)) {
                    events.add(new Event.Refused(id, "urn:parley:problem:invalid-field"));
                }
            }
        }
        if (creator || secondHeardOfIt) {
            events.add(new Event.Began(conversation, began));
            shown.forEach(entry -> events.add(new Event.Applied(conversation, entry)));
        }
        return new History(user, events);
    }

    private View view(UserId reader, List<LogEntry> entries) {
        Map<ConversationId, Seq> listed =
                listedHead == null ? Collections.emptyMap() : Map.of(conversation, listedHead);
        return new View(reader, listed, Map.of(conversation, entries));
    }

    private View strangersView() {
        return new View(
                stranger,
                strangerHasItListed ? Map.of(conversation, new Seq(log.size())) : Map.of(),
                strangerReads ? Map.of(conversation, log) : Map.of());
    }

    private UserId authorOf(int message) {
        return message % 2 == 0 ? first : second;
    }

    private static EntryId newId() {
        return new EntryId(UuidCreator.getTimeOrderedEpoch());
    }
}
