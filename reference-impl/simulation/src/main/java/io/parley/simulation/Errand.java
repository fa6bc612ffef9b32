package io.parley.simulation;

import io.parley.kernel.ConversationId;
import io.parley.log.Command;
import io.parley.log.Outcome;
import io.parley.simulation.engine.Chance;
import io.parley.simulation.engine.Fact;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** A command on its way into the log: sent again with the same id, through any node, until the answer is clear. */
final class Errand {

    private static final int TRIES_MAX = 6;
    private static final double RACES = 0.12;
    private static final double GIVES_UP = 0.12;
    private static final double LONG_PAUSES = 0.3;

    /** Longer than it takes to sweep a dead node: what it proposed may have been written after that. */
    private static final Duration LONG_PAUSE_MAX = Duration.ofMillis(1_600);

    private static final Duration PAUSE_MAX = Duration.ofMillis(250);

    private final World world;
    private final Chance chance;
    private final ConversationId conversation;
    private final Command command;
    private final Consumer<Errand> done;
    private final Optional<Duration> pauseMin;
    private int tries;
    private boolean over;

    /**
     * Somebody's wish to have something written.
     *
     * @param pauseMin how long whoever is patient waits at least before they try again
     * @param done told once, when the command is known to stand in the log
     */
    Errand(
            World world,
            Chance chance,
            ConversationId conversation,
            Command command,
            Optional<Duration> pauseMin,
            Consumer<Errand> done) {
        this.world = world;
        this.chance = chance;
        this.conversation = conversation;
        this.command = command;
        this.pauseMin = pauseMin;
        this.done = done;
    }

    ConversationId conversation() {
        return conversation;
    }

    Command command() {
        return command;
    }

    void start() {
        send();
        if (pauseMin.isEmpty() && chance.happens(RACES)) {
            send();
        }
    }

    private void send() {
        tries++;
        world.network.call(world.anyNode(chance), node -> node.append(conversation, command), this::hear);
    }

    private void hear(Reply<Outcome> reply) {
        if (over) {
            return;
        }
        Outcome outcome = reply.answer().orElseGet(Outcome.Unknown::new);
        if (outcome instanceof Outcome.Appended || outcome instanceof Outcome.Repeated) {
            over = true;
            done.accept(this);
        } else if (!(outcome instanceof Outcome.Refused) && tries < TRIES_MAX) {
            if (chance.happens(GIVES_UP)) {
                world.count(Fact.GIVEN_UP);
                over = true;
            } else {
                boolean isLong = pauseMin.isPresent() || chance.happens(LONG_PAUSES);
                world.scheduler.after(
                        chance.between(pauseMin.orElse(Duration.ZERO), isLong ? LONG_PAUSE_MAX : PAUSE_MAX),
                        this::send);
            }
        }
    }
}
