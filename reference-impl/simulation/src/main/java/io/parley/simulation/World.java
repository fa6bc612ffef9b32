package io.parley.simulation;

import io.parley.simulation.engine.Chance;
import io.parley.simulation.engine.Fact;
import io.parley.simulation.engine.Scheduler;
import io.parley.simulation.engine.Tally;
import io.parley.simulation.engine.Trace;
import io.parley.simulation.invariant.Agreement;
import io.parley.simulation.invariant.Authorised;
import io.parley.simulation.invariant.Discreet;
import io.parley.simulation.invariant.Durable;
import io.parley.simulation.invariant.Ends;
import io.parley.simulation.invariant.Erased;
import io.parley.simulation.invariant.Faithful;
import io.parley.simulation.invariant.Final;
import io.parley.simulation.invariant.Gapless;
import io.parley.simulation.invariant.InOrder;
import io.parley.simulation.invariant.Listed;
import io.parley.simulation.invariant.Marked;
import io.parley.simulation.invariant.Once;
import io.parley.simulation.invariant.Truth;
import io.parley.simulation.store.SimulatedCluster;
import io.parley.simulation.store.StoreWeather;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** Everything that a run consists of, wired. What happens in it is decided by {@link Simulation}. */
final class World {

    private static final int NODES = 2;
    private static final double CHANGING = 0.4;
    private static final Duration ROWS_WITHIN = Duration.ofMillis(700);
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(1);

    final Scheduler scheduler = new Scheduler();
    final Tally tally = new Tally();
    final Truth truth = new Truth();
    final Panel panel = new Panel(truth);
    final Erased erased = new Erased(truth);
    final Marked marked = new Marked(truth, scheduler);
    final Chance chance;
    final Trace trace;
    final Recorder recorder;
    final StoreWeather weather;
    final SimulatedCluster cluster;
    final Network network;
    /** In some worlds people change groups and messages, in others they do not. */
    final boolean changing;

    final Population population = new Population();
    final List<Node> nodes;
    private long attempts;

    World(long seed, boolean traced, boolean recorded) {
        chance = new Chance(seed);
        changing = chance.happens(CHANGING);
        trace = new Trace(scheduler, traced);
        recorder = new Recorder(recorded);
        weather = StoreWeather.drawn(chance.split());
        cluster = new SimulatedCluster(scheduler, chance.split(), weather, panel, tally, trace);
        network = new Network(scheduler, chance.split(), tally, panel);
        nodes = IntStream.rangeClosed(1, NODES)
                .mapToObj(number -> new Node("n" + number, this, chance.split()))
                .toList();
        panel.add(new Gapless(Numbers.BUCKET_ENTRIES));
        panel.add(new Durable(truth));
        panel.add(new Once());
        panel.add(new Authorised(scheduler, Numbers.SKEW, Numbers.RULES));
        panel.add(new Agreement(truth));
        panel.add(erased);
        panel.add(new Final(truth, Numbers.RULES));
        panel.add(new Faithful(truth));
        panel.add(new Discreet());
        panel.add(new Listed(truth, scheduler, ROWS_WITHIN));
        panel.add(new InOrder(truth));
        panel.add(new Ends(scheduler, name -> nodes.stream().anyMatch(node -> node.runsAs(name)), ENDS_WITHIN));
        panel.add(marked);
        panel.add(new Counting(tally, truth));
    }

    long nextAttempt() {
        return ++attempts;
    }

    Node anyNode(Chance who) {
        return who.oneOf(nodes);
    }

    void count(Fact fact) {
        tally.add(fact);
    }
}
