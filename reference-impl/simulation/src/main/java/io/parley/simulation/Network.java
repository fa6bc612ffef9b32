package io.parley.simulation;

import io.parley.problem.ProblemException;
import io.parley.simulation.engine.Chance;
import io.parley.simulation.engine.Fact;
import io.parley.simulation.engine.Scheduler;
import io.parley.simulation.engine.Tally;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;

/** Requests from clients to nodes and their answers: delayed, lost, doubled. */
final class Network {

    private static final long WAY_NANOS_MIN = 100_000;
    private static final long WAY_NANOS_MAX = 20_000_000;
    private static final Duration PATIENCE = Duration.ofMillis(450);
    private static final double WORST = 0.1;

    private final Scheduler scheduler;
    private final Chance chance;
    private final Tally tally;
    private final Panel panel;
    private double lost;
    private double doubled;

    Network(Scheduler scheduler, Chance chance, Tally tally, Panel panel) {
        this.scheduler = scheduler;
        this.chance = chance;
        this.tally = tally;
        this.panel = panel;
        this.lost = chance.happens(0.4) ? 0 : WORST * chance.between(1, 100) / 100;
        this.doubled = chance.happens(0.4) ? 0 : WORST * chance.between(1, 100) / 100;
    }

    void clear() {
        lost = 0;
        doubled = 0;
    }

    /** A request and the client's patience for it. */
    private final class Call<R> {

        private final Node node;
        private final Function<Incarnation, CompletionStage<R>> request;
        private final Consumer<Reply<R>> client;
        private final Scheduler.Step patience;
        private boolean over;

        Call(Node node, Function<Incarnation, CompletionStage<R>> request, Consumer<Reply<R>> client) {
            this.node = node;
            this.request = request;
            this.client = client;
            this.patience = scheduler.after(PATIENCE, () -> end(Reply.none()));
        }

        void send() {
            if (chance.happens(lost)) {
                tally.add(Fact.REQUEST_LOST);
                return;
            }
            scheduler.after(chance.skewed(WAY_NANOS_MIN, WAY_NANOS_MAX), () -> {
                Incarnation there = node.running().orElse(null);
                if (there == null) {
                    tally.add(Fact.NO_SUCH_NODE);
                    end(Reply.none());
                } else {
                    there.process().run(0, () -> work(there));
                }
            });
        }

        private void work(Incarnation there) {
            request.apply(there).whenComplete((answer, failure) -> {
                ProblemException problem = failure == null ? null : Reply.problem(failure);
                if (failure != null && problem == null) {
                    panel.failed("a request", failure);
                }
                back(failure == null ? Reply.of(answer) : problem == null ? Reply.none() : Reply.of(problem));
            });
        }

        private void back(Reply<R> answer) {
            if (chance.happens(lost)) {
                tally.add(Fact.ANSWER_LOST);
            } else {
                scheduler.after(chance.skewed(WAY_NANOS_MIN, WAY_NANOS_MAX), () -> end(answer));
            }
        }

        private void end(Reply<R> answer) {
            if (!over) {
                over = true;
                patience.cancel();
                client.accept(answer);
            }
        }
    }

    /**
     * Asks a node.
     *
     * @param client gets the answer, or nothing: the request may have been carried out all the same
     */
    <R> void call(Node node, Function<Incarnation, CompletionStage<R>> request, Consumer<Reply<R>> client) {
        Call<R> call = new Call<>(node, request, client);
        call.send();
        if (chance.happens(doubled)) {
            tally.add(Fact.REQUEST_DOUBLED);
            call.send();
        }
    }
}
