package io.parley.simulation;

import io.parley.inbox.InboxRow;
import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import io.parley.log.ConversationState;
import io.parley.log.EntriesCommitted;
import io.parley.log.Entry;
import io.parley.log.Outcome;
import io.parley.simulation.client.Held;
import io.parley.simulation.client.MemberMark;
import io.parley.simulation.invariant.Attempt;
import io.parley.simulation.invariant.Invariant;
import io.parley.simulation.invariant.Observer;
import io.parley.simulation.invariant.Position;
import io.parley.simulation.invariant.Truth;
import io.parley.simulation.store.StoreWitness;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** All who watch a run: the truth first, then each invariant. */
final class Panel implements Observer, StoreWitness {

    private final List<Observer> observers = new ArrayList<>();
    private final List<Invariant> invariants = new ArrayList<>();
    private final Orderly orderly = new Orderly();

    Panel(Truth truth) {
        observers.add(truth);
        add(orderly);
    }

    void add(Invariant invariant) {
        invariants.add(invariant);
        observers.add(invariant);
    }

    void add(Observer observer) {
        observers.add(observer);
    }

    /** The first invariant that was found broken. Asked after every step. */
    Optional<String> violation() {
        for (Invariant invariant : invariants) {
            if (invariant.isBroken()) {
                return invariant.violation();
            }
        }
        return Optional.empty();
    }

    /** Something ended as no request may end: with an error that is no problem of the catalogue. */
    void failed(String what, Throwable failure) {
        orderly.failed(what, failure);
    }

    private void tell(Consumer<Observer> news) {
        observers.forEach(news);
    }

    @Override
    public void written(ConversationId conversation, long bucket, List<Entry> entries) {
        tell(observer -> observer.written(conversation, bucket, entries));
    }

    @Override
    public void erased(ConversationId conversation, Entry entry) {
        tell(observer -> observer.erased(conversation, entry));
    }

    @Override
    public void submitted(Attempt attempt) {
        tell(observer -> observer.submitted(attempt));
    }

    @Override
    public void answered(Attempt attempt, Outcome outcome) {
        tell(observer -> observer.answered(attempt, outcome));
    }

    @Override
    public void accepted(Attempt attempt, Seq seq) {
        tell(observer -> observer.accepted(attempt, seq));
    }

    @Override
    public void created(ConversationId conversation) {
        tell(observer -> observer.created(conversation));
    }

    @Override
    public void committed(String node, EntriesCommitted committed) {
        tell(observer -> observer.committed(node, committed));
    }

    @Override
    public void pushed(UserId user, ConversationId conversation, Seq seq) {
        tell(observer -> observer.pushed(user, conversation, seq));
    }

    @Override
    public void began(String device, ConversationId conversation, Seq startsAt) {
        tell(observer -> observer.began(device, conversation, startsAt));
    }

    @Override
    public void applied(String device, ConversationId conversation, List<Held> entries) {
        tell(observer -> observer.applied(device, conversation, entries));
    }

    @Override
    public void forgot(String device) {
        tell(observer -> observer.forgot(device));
    }

    @Override
    public void readEntries(ConversationId conversation, Seq from, Seq to, Seq known, List<Entry> entries) {
        tell(observer -> observer.readEntries(conversation, from, to, known, entries));
    }

    @Override
    public void readState(ConversationId conversation, Seq known, ConversationState state) {
        tell(observer -> observer.readState(conversation, known, state));
    }

    @Override
    public void listed(UserId user, Collection<InboxRow> rows) {
        tell(observer -> observer.listed(user, rows));
    }

    @Override
    public void reported(String device, UserId user, ConversationId conversation, Seq delivered, Seq read) {
        tell(observer -> observer.reported(device, user, conversation, delivered, read));
    }

    @Override
    public void markTaken(UserId user, ConversationId conversation, Seq delivered) {
        tell(observer -> observer.markTaken(user, conversation, delivered));
    }

    @Override
    public void markDurable(UserId user, ConversationId conversation, Seq delivered, Seq read) {
        tell(observer -> observer.markDurable(user, conversation, delivered, read));
    }

    @Override
    public void markRefused(UserId user, ConversationId conversation, Seq known, Seq delivered, String problem) {
        tell(observer -> observer.markRefused(user, conversation, known, delivered, problem));
    }

    @Override
    public void shownMarks(UserId to, ConversationId conversation, List<MemberMark> marks, Position all) {
        tell(observer -> observer.shownMarks(to, conversation, marks, all));
    }

    @Override
    public void readMarks(
            UserId reader,
            ConversationId conversation,
            Seq known,
            Map<UserId, Position> before,
            Collection<MemberMark> marks) {
        tell(observer -> observer.readMarks(reader, conversation, known, before, marks));
    }

    @Override
    public void ended() {
        tell(Observer::ended);
    }
}
