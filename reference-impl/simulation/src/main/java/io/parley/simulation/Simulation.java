package io.parley.simulation;

import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import io.parley.log.Command;
import io.parley.log.Content;
import io.parley.log.ConversationType;
import io.parley.log.Role;
import io.parley.simulation.engine.Chance;
import io.parley.simulation.engine.Tally;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One run: three members and a stranger use two nodes under trouble, then the trouble ends and everything has to be in order. */
public final class Simulation {

    private static final Duration TROUBLED = Duration.ofMillis(400);
    private static final Duration CALM = Duration.ofMillis(1_500);
    private static final Duration BUSY = Duration.ofMillis(40);
    private static final Duration IDLE = Duration.ofMillis(300);
    private static final long EVENTS_MIN = 800;

    /** Far beyond what any run needs: something goes round in circles. */
    private static final long EVENTS_MAX = 200_000;

    /**
     * What a run came to.
     *
     * @param violation the first invariant that was found broken
     * @param trace empty unless it was wanted
     */
    public record Result(long seed, Optional<String> violation, long events, Tally tally, String trace) {}

    private final World world;
    private final long seed;
    private final List<Person> members = new ArrayList<>();
    private final List<ConversationId> conversations = new ArrayList<>();

    private Simulation(long seed, boolean traced) {
        this.seed = seed;
        this.world = new World(seed, traced);
    }

    /** Runs a seed to its end, or to the first violation. */
    public static Result run(long seed, boolean traced) {
        return new Simulation(seed, traced).run();
    }

    private Result run() {
        world.nodes.forEach(Node::start);
        List<Command> seen = new ArrayList<>();
        for (String name : List.of("ann", "ben", "cem")) {
            members.add(new Person(name, world, world.chance.split(), BUSY, seen));
        }
        Person stranger = new Person("eve", world, world.chance.split(), IDLE, seen);
        createConversations();
        List<Person> all = Stream.concat(members.stream(), Stream.of(stranger)).toList();
        all.forEach(person -> person.start(conversations));
        Troubles troubles = new Troubles(world, world.chance.split(), conversations);
        troubles.start();
        runWhile(() -> world.scheduler.nowNanos() < TROUBLED.toNanos() || world.scheduler.executed() < EVENTS_MIN);
        all.forEach(Person::rest);
        troubles.end();
        long calmUntil = world.scheduler.nowNanos() + CALM.toNanos();
        runWhile(() -> world.scheduler.nowNanos() < calmUntil);
        readAll();
        world.panel.ended();
        world.nodes.forEach(Node::crash);
        return new Result(seed, world.panel.violation(), world.scheduler.executed(), world.tally, world.trace.text());
    }

    private interface Condition {
        boolean holds();
    }

    private void runWhile(Condition condition) {
        while (condition.holds() && world.panel.violation().isEmpty()) {
            if (world.scheduler.executed() > EVENTS_MAX || !world.scheduler.runNext()) {
                return;
            }
        }
    }

    /** A group, and two conversations of two; sometimes two people create the same one at the same moment. */
    private void createConversations() {
        create(ConversationType.GROUP, members);
        create(ConversationType.DIRECT, members.subList(0, 2));
        create(ConversationType.DIRECT, members.subList(1, 3));
    }

    private void create(ConversationType type, List<Person> people) {
        Chance chance = world.chance;
        ConversationId conversation =
                new ConversationId(chance.uuid7(world.scheduler.now().toEpochMilli()));
        conversations.add(conversation);
        boolean rivals = chance.happens(0.4);
        for (Person creator : rivals ? people.subList(0, 2) : List.of(chance.oneOf(people))) {
            TreeMap<UserId, Role> roles = new TreeMap<>();
            people.forEach(person -> roles.put(person.id(), Role.MEMBER));
            if (type == ConversationType.GROUP) {
                roles.put(creator.id(), Role.OWNER);
            }
            world.scheduler.after(
                    chance.between(Duration.ZERO, Duration.ofMillis(30)),
                    () -> creator.creates(conversation, new Content.Created(type, null, roles)));
        }
    }

    /** A node that knows nothing reads everything. */
    private void readAll() {
        Node fresh = new Node("reader", world, world.chance.split());
        fresh.start();
        Incarnation reader = fresh.running().orElseThrow();
        for (ConversationId conversation : conversations) {
            reader.state(conversation).thenCompose(state -> reader.entries(conversation, Seq.FIRST, state.head()));
        }
        long until = world.scheduler.nowNanos() + CALM.toNanos();
        runWhile(() -> world.scheduler.nowNanos() < until);
        fresh.crash();
    }
}
