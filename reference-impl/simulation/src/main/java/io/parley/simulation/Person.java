package io.parley.simulation;

import io.parley.conversation.ConversationCreator;
import io.parley.conversation.NewConversation;
import io.parley.kernel.ConversationId;
import io.parley.kernel.EntryId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import io.parley.log.Command;
import io.parley.log.Content;
import io.parley.problem.ProblemType;
import io.parley.simulation.engine.Chance;
import io.parley.simulation.engine.Fact;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Somebody who writes, repeats, reads, and now and then does what no honest client would. */
final class Person {

    private static final int DELIVERED_AGAIN = 3;
    private static final int TEXT_MAX = 70;
    private static final int PAGE = 20;
    private static final Seq NOWHERE = new Seq(1L << 40);
    private static final Duration RETRY_MAX = Duration.ofMillis(100);

    private final String name;
    private final UserId id;
    private final World world;
    private final Chance chance;
    private final Duration pace;
    private final Duration clockError;
    private final List<Errand> finished = new ArrayList<>();
    private final List<Command> seen;
    private final Changes changes;
    private int said;
    private boolean resting;

    /**
     * Somebody new.
     *
     * @param pace longest time between two things that they do
     * @param seen commands of everybody, to be stolen from
     */
    Person(String name, World world, Chance chance, Duration pace, List<Command> seen) {
        this.name = name;
        this.world = world;
        this.chance = chance;
        this.pace = pace;
        this.id = new UserId(chance.uuid7(world.scheduler.now().toEpochMilli()));
        this.clockError = chance.between(Numbers.CLOCK_ERROR_MAX.negated(), Numbers.CLOCK_ERROR_MAX);
        this.seen = seen;
        this.changes = new Changes(world, chance.split());
    }

    UserId id() {
        return id;
    }

    /** Goes on by itself from here, until told to rest. */
    void start(List<ConversationId> conversations) {
        world.scheduler.after(chance.between(Duration.ZERO, pace), () -> {
            if (!resting) {
                // Most happens in the first one, so that it grows over several buckets.
                act(chance.happens(0.5) ? conversations.get(0) : chance.oneOf(conversations));
                start(conversations);
            }
        });
    }

    void rest() {
        resting = true;
    }

    String name() {
        return name;
    }

    /** Asks until the conversation is there, or is said to be another. */
    void creates(NewConversation wanted) {
        creates(wanted, Duration.ZERO, RETRY_MAX);
    }

    /** And asks again only after a while. */
    void createsPatiently(NewConversation wanted, Duration pauseMin) {
        creates(wanted, pauseMin, pauseMin.plus(RETRY_MAX));
    }

    private void creates(NewConversation wanted, Duration pauseMin, Duration pauseMax) {
        world.network.<ConversationCreator.Creation>call(
                world.anyNode(chance), node -> node.create(id, wanted), reply -> {
                    boolean settled =
                            reply.answer().isPresent() || reply.problem().equals(Optional.of(ProblemType.ID_IN_USE));
                    if (!settled) {
                        world.scheduler.after(
                                chance.between(pauseMin, pauseMax), () -> creates(wanted, pauseMin, pauseMax));
                    }
                });
    }

    private void act(ConversationId conversation) {
        long dice = chance.between(1, 100);
        if (world.changing && (dice <= 12 || (dice > 85 && dice <= 99))) {
            send(conversation, new Command(newId(), id, changes.by(id, conversation), null));
        } else if (dice <= 56) {
            send(conversation, new Command(newId(), id, text(), sentAt()));
        } else if (dice <= 71 && !finished.isEmpty()) {
            Errand old = chance.oneOf(finished);
            send(old.conversation(), old.command());
        } else if (dice <= 75 && !seen.isEmpty()) {
            send(conversation, new Command(chance.oneOf(seen).id(), id, text(), null));
        } else if (dice <= 79) {
            readPage(conversation);
        } else if (dice <= 81) {
            world.network.call(world.anyNode(chance), node -> node.marks(id, conversation), answer -> {});
        } else if (dice <= 85) {
            report(conversation);
        } else {
            world.network.call(world.anyNode(chance), node -> node.state(conversation), answer -> {});
        }
    }

    /** Says one thing more, or takes back what they said last. */
    void saysLastly(ConversationId conversation) {
        Optional<Content> withdrawal =
                world.changing && chance.happens(0.5) ? changes.withdrawal(id, conversation) : Optional.empty();
        send(conversation, new Command(newId(), id, withdrawal.orElseGet(this::text), null));
    }

    /** And tries again only after a while. */
    void saysPatiently(ConversationId conversation, Duration pauseMin) {
        Command command = new Command(newId(), id, text(), null);
        new Errand(world, chance, conversation, command, Optional.of(pauseMin), finished::add).start();
    }

    private void readPage(ConversationId conversation) {
        long head = Math.max(1, world.truth.head(conversation).value());
        Seq from = new Seq(chance.between(1, head));
        Seq to = from.plus(chance.between(0, PAGE));
        world.network.call(world.anyNode(chance), node -> node.entries(conversation, from, to), answer -> {});
    }

    /**
     * As another client might, with or without right: up to the head as far as it is known, and sometimes beyond any; what was
     * read and what was delivered in one request or in several.
     */
    private void report(ConversationId conversation) {
        Seq head = world.truth.acknowledged(conversation);
        Node node = world.anyNode(chance);
        if (chance.happens(0.3) || head.equals(Seq.NONE)) {
            report(node, conversation, NOWHERE, NOWHERE);
            return;
        }
        boolean apart = chance.happens(0.6);
        Seq read = apart || chance.happens(0.5) ? head : Seq.NONE;
        world.panel.reported(name, id, conversation, head, read);
        // Nobody reports it again if it is lost.
        world.panel.forgot(name);
        report(node, conversation, head, read);
        for (int i = 0; apart && i < DELIVERED_AGAIN; i++) {
            report(node, conversation, head, Seq.NONE);
        }
    }

    private void report(Node node, ConversationId conversation, Seq delivered, Seq read) {
        world.network.call(node, there -> there.report(id, conversation, delivered, read), answer -> {
            if (answer.problem().equals(Optional.of(ProblemType.ABOVE_HEAD))) {
                world.count(Fact.MARK_REFUSED_ABOVE_HEAD);
            }
        });
    }

    private void send(ConversationId conversation, Command command) {
        seen.add(command);
        new Errand(world, chance, conversation, command, Optional.empty(), finished::add).start();
    }

    private Content.Text text() {
        said++;
        String padding = chance.happens(0.2) ? "…".repeat((int) chance.between(1, TEXT_MAX)) : "";
        return new Content.Text(name + " says " + said + padding);
    }

    private @Nullable Instant sentAt() {
        return chance.happens(0.8) ? null : now().plusMillis(chance.between(-3_000, 1_200));
    }

    /** Times inside ids are the client's to choose: mostly its clock, sometimes far off, seldom too far ahead. */
    private EntryId newId() {
        long dice = chance.between(1, 100);
        long offset = dice <= 75
                ? 0
                : dice <= 82
                        ? -chance.between(0, 5_000)
                        : dice <= 97 ? chance.between(0, 900) : chance.between(2_000, 9_000);
        return new EntryId(chance.uuid7(now().toEpochMilli() + offset));
    }

    private Instant now() {
        return world.scheduler.now().plus(clockError);
    }
}
