package io.parley.simulation;

import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.log.ConversationState;
import io.parley.log.EntriesCommitted;
import io.parley.log.Entry;
import io.parley.log.Outcome;
import io.parley.simulation.invariant.Attempt;
import io.parley.simulation.invariant.Invariant;
import io.parley.simulation.invariant.Observer;
import io.parley.simulation.invariant.Truth;
import io.parley.simulation.store.StoreWitness;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** All who watch a run: the truth first, then each invariant. */
final class Panel implements Observer, StoreWitness {

    private final List<Observer> observers = new ArrayList<>();
    private final List<Invariant> invariants = new ArrayList<>();

    Panel(Truth truth) {
        observers.add(truth);
    }

    void add(Invariant invariant) {
        invariants.add(invariant);
        observers.add(invariant);
    }

    void add(Observer observer) {
        observers.add(observer);
    }

    /** The first invariant that was found broken. */
    Optional<String> violation() {
        return invariants.stream()
                .flatMap(invariant -> invariant.violation().stream())
                .findFirst();
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
    public void committed(EntriesCommitted committed) {
        tell(observer -> observer.committed(committed));
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
    public void ended() {
        tell(Observer::ended);
    }
}
