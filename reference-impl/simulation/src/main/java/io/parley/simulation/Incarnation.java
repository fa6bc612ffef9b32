package io.parley.simulation;

import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.log.Command;
import io.parley.log.ConversationLog;
import io.parley.log.ConversationState;
import io.parley.log.Entry;
import io.parley.log.LogCounters;
import io.parley.log.LogRuntime;
import io.parley.log.Outcome;
import io.parley.simulation.engine.Chance;
import io.parley.simulation.engine.Fact;
import io.parley.simulation.engine.SimulatedProcess;
import io.parley.simulation.engine.Tally;
import io.parley.simulation.invariant.Attempt;
import io.parley.simulation.store.Names;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** One life of a node: its memory, and the server's own classes on it. Each call happens on the node. */
final class Incarnation {

    private final World world;
    private final SimulatedProcess process;
    private final ConversationLog log;

    Incarnation(World world, SimulatedProcess process, Chance chance, long cachedBytesMax) {
        this.world = world;
        this.process = process;
        LogRuntime runtime = new LogRuntime(process.executor(), process.timer(), process.clock(), chance.generator());
        log = new ConversationLog(
                world.cluster.connect(process), Numbers.log(cachedBytesMax), runtime, world.panel::committed);
    }

    SimulatedProcess process() {
        return process;
    }

    CompletionStage<Outcome> append(ConversationId conversation, Command command) {
        Attempt attempt = new Attempt(world.nextAttempt(), process.name(), conversation, command);
        world.panel.submitted(attempt);
        return log.append(conversation, command).thenApply(outcome -> {
            world.trace.add(
                    process.name(),
                    () -> "answers about " + Names.shortened(command.id().toString()) + ": "
                            + outcome.getClass().getSimpleName());
            world.panel.answered(attempt, outcome);
            return outcome;
        });
    }

    CompletionStage<ConversationState> state(ConversationId conversation) {
        Seq known = world.truth.acknowledged(conversation);
        return log.state(conversation).thenApply(state -> {
            world.panel.readState(conversation, known, state);
            return state;
        });
    }

    CompletionStage<List<Entry>> entries(ConversationId conversation, Seq from, Seq to) {
        Seq known = world.truth.acknowledged(conversation);
        return log.entries(conversation, from, to).thenApply(entries -> {
            world.panel.readEntries(conversation, from, to, known, entries);
            return entries;
        });
    }

    /** What it counted goes into the run's tally. */
    void countInto(Tally tally) {
        LogCounters counters = log.counters();
        tally.add(Fact.LOST_RACE, counters.lostRaces());
        tally.add(Fact.UNKNOWN_OUTCOME, counters.unknownOutcomes());
        tally.add(Fact.SETTLED_AS_WRITTEN, counters.settledOutcomes());
    }
}
