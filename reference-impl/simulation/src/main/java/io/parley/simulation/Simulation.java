package io.parley.simulation;

import io.parley.conversation.NewConversation;
import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import io.parley.log.Command;
import io.parley.log.ConversationType;
import io.parley.simulation.engine.Chance;
import io.parley.simulation.engine.Tally;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * One run. Three members and a stranger use two nodes while trouble befalls everything. Then the trouble ends, and what is
 * judged at the end has time to come about. At last there is a short act without faults, for what only a late repair hides.
 */
public final class Simulation {

    private static final Duration TROUBLED = Duration.ofMillis(400);

    /**
     * Longer than it takes to notice a dead node and make good what it left; and than a connection needs to be noticed as
     * dead and made again, and the next heartbeat and its answer.
     */
    private static final Duration CALM = Duration.ofMillis(3_400);

    /** Shorter than the time between two heartbeats, longer than anybody was away. */
    private static final Duration PUSHED = Duration.ofMillis(600);

    /** Long enough for rows to be written meanwhile. */
    private static final Duration AWAY_MIN = Duration.ofMillis(150);

    private static final Duration AWAY_MAX = Duration.ofMillis(300);

    /** Nobody writes, and nodes die: nothing that comes later covers up for what they leave. */
    private static final Duration LAST_BLOW = Duration.ofMillis(250);

    /** In so many runs the last thing that is said is written late. */
    private static final double LATE_WORDS = 0.1;

    /** Longer than it takes to sweep a dead node. */
    private static final Duration PATIENCE_MIN = Duration.ofSeconds(1);

    /** Some write before there is something to write to. */
    private static final Duration CREATED_WITHIN = Duration.ofMillis(150);

    private static final Duration LISTED = Duration.ofMillis(60);
    private static final Duration READ = Duration.ofMillis(400);
    private static final Duration BUSY = Duration.ofMillis(50);
    private static final Duration IDLE = Duration.ofMillis(400);
    private static final long EVENTS_MIN = 700;

    /** Far beyond what any run needs: something goes round in circles. */
    private static final long EVENTS_MAX = 200_000;

    private static final int DEVICES = 2;
    private static final int LAST_ACTS = 5;

    /**
     * What a run came to.
     *
     * @param violation the first invariant that was found broken
     * @param trace empty unless it was wanted
     */
    public record Result(long seed, Optional<String> violation, long events, Tally tally, String trace) {}

    private final World world;
    private final Chance chance;
    private final long seed;
    private final List<Person> members = new ArrayList<>();
    private final List<Device> devices = new ArrayList<>();
    private final Map<ConversationId, List<Person>> conversations = new LinkedHashMap<>();

    private final Deliveries deliveries;

    private Simulation(long seed, boolean traced, boolean recorded) {
        this.seed = seed;
        this.world = new World(seed, traced, recorded);
        this.chance = world.chance;
        this.deliveries = new Deliveries(world.scheduler, devices, world.truth);
        world.panel.add(deliveries);
    }

    /** Runs a seed to its end, or to the first violation. */
    public static Result run(long seed, boolean traced) {
        return new Simulation(seed, traced, false).run();
    }

    /** Runs a seed, and gives what each device was told and made of it, one JSON text each. */
    public static List<String> record(long seed) {
        Simulation simulation = new Simulation(seed, false, true);
        simulation.run();
        simulation.devices.forEach(Device::end);
        return simulation.world.recorder.traces(seed);
    }

    private Result run() {
        try {
            play();
        } catch (RuntimeException e) {
            world.panel.failed("a step", e);
        }
        world.nodes.forEach(Node::crash);
        return new Result(seed, world.panel.violation(), world.scheduler.executed(), world.tally, world.trace.text());
    }

    private void play() {
        world.nodes.forEach(Node::start);
        List<Command> seen = new ArrayList<>();
        for (String name : List.of("ann", "ben", "cem")) {
            members.add(person(name, BUSY, name.equals("ann") ? DEVICES : 1, seen));
        }
        Person stranger = person("eve", IDLE, 0, seen);
        createConversations();
        List<Person> all = Stream.concat(members.stream(), Stream.of(stranger)).toList();
        all.forEach(person -> person.start(List.copyOf(conversations.keySet())));
        devices.forEach(Device::online);
        Troubles troubles = new Troubles(world, chance.split(), List.copyOf(conversations.keySet()), devices);
        troubles.start();
        runWhile(() -> world.scheduler.nowNanos() < TROUBLED.toNanos() || world.scheduler.executed() < EVENTS_MIN);
        all.forEach(Person::rest);
        boolean isLate = chance.happens(LATE_WORDS);
        if (isLate) {
            lateWord();
        } else {
            lastWords();
        }
        troubles.lastBlow(LAST_BLOW);
        run(LAST_BLOW);
        troubles.end();
        devices.forEach(Device::online);
        run(isLate ? CALM.plus(PATIENCE_MIN) : CALM);
        deliveries.judgeAll();
        listAll();
        lastAct();
        run(PUSHED);
        deliveries.judgePushed();
        readAll();
        // Once more, for what was told late.
        deliveries.judgeAll();
        world.panel.ended();
    }

    private Person person(String name, Duration pace, int devicesOfEach, List<Command> seen) {
        Person person = new Person(name, world, chance.split(), pace, seen);
        world.population.add(person.id(), name);
        for (int number = 1; number <= devicesOfEach; number++) {
            devices.add(new Device(name + number, world, chance.split(), person.id()));
        }
        return person;
    }

    private void run(Duration duration) {
        long until = world.scheduler.nowNanos() + duration.toNanos();
        runWhile(() -> world.scheduler.nowNanos() < until);
    }

    private void runWhile(BooleanSupplier condition) {
        while (condition.getAsBoolean() && world.panel.violation().isEmpty()) {
            if (world.scheduler.executed() > EVENTS_MAX) {
                throw new IllegalStateException("events=" + EVENTS_MAX + ", expected the run to have ended");
            }
            if (!world.scheduler.runNext()) {
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
        ConversationId conversation = newConversation(people);
        boolean rivals = chance.happens(0.4);
        for (Person creator : rivals ? people.subList(0, 2) : List.of(chance.oneOf(people))) {
            NewConversation wanted = wanted(conversation, type, people, creator);
            world.scheduler.after(chance.between(Duration.ZERO, CREATED_WITHIN), () -> creator.creates(wanted));
        }
    }

    private ConversationId newConversation(List<Person> people) {
        ConversationId conversation =
                new ConversationId(chance.uuid7(world.scheduler.now().toEpochMilli()));
        conversations.put(conversation, people);
        return conversation;
    }

    private static NewConversation wanted(
            ConversationId conversation, ConversationType type, List<Person> people, Person creator) {
        List<UserId> others = people.stream()
                .filter(person -> person != creator)
                .map(Person::id)
                .toList();
        return new NewConversation(Optional.of(conversation), type, null, others);
    }

    /** Without faults: people write in bursts while devices come back and read slowly. */
    private void lastAct() {
        List<ConversationId> all = List.copyOf(conversations.keySet());
        for (int act = 0; act < LAST_ACTS; act++) {
            ConversationId conversation = chance.oneOf(all);
            List<Device> members = devices.stream()
                    .filter(device ->
                            world.truth.isMemberThroughout(conversation, device.user(), world.truth.head(conversation)))
                    .toList();
            if (members.isEmpty()) {
                continue;
            }
            Device writer = chance.oneOf(members);
            Device reader = chance.oneOf(members);
            reader.readSlowly(chance.happens(0.5));
            if (chance.happens(0.5)) {
                reader.reconnect();
            } else if (chance.happens(0.3)) {
                reader.offline();
                world.scheduler.after(chance.between(AWAY_MIN, AWAY_MAX), reader::online);
            }
            for (long left = chance.between(1, 5); left > 0; left--) {
                world.scheduler.after(
                        chance.between(Duration.ZERO, Duration.ofMillis(40)), () -> writer.says(conversation));
            }
            run(Duration.ofMillis(chance.between(5, 40)));
            reader.readSlowly(false);
        }
    }

    /** Some say one thing more, or take one back, while nodes die: what a dead node wrote late is told by whoever answers its repeat. */
    private void lastWords() {
        List<ConversationId> all = List.copyOf(conversations.keySet());
        members.stream().filter(person -> chance.happens(0.3)).forEach(person -> {
            ConversationId conversation = chance.oneOf(all);
            world.scheduler.after(chance.between(Duration.ZERO, LAST_BLOW), () -> person.saysLastly(conversation));
        });
    }

    /** One thing is said and one begun, and written late; who asks again after that may be the first to tell of it. */
    private void lateWord() {
        world.weather.delayAppends();
        chance.oneOf(members).saysPatiently(chance.oneOf(List.copyOf(conversations.keySet())), PATIENCE_MIN);
        createLate();
    }

    /** So is a conversation: a group, or that of the two who have none yet. */
    private void createLate() {
        boolean isGroup = chance.happens(0.5);
        List<Person> people = isGroup ? members : List.of(members.get(0), members.get(2));
        ConversationType type = isGroup ? ConversationType.GROUP : ConversationType.DIRECT;
        Person creator = chance.oneOf(people);
        creator.createsPatiently(wanted(newConversation(people), type, people, creator), PATIENCE_MIN);
    }

    /** Before anybody says more: what is said later hides what was deleted last. */
    private void listAll() {
        world.nodes.get(0).running().ifPresent(node -> world.population.ids().forEach(node::rows));
        run(LISTED);
    }

    /** How far somebody is, and what is unread, once all that was reported had time to be written. */
    private void judgeMarks(Incarnation reader, UserId user, ConversationId conversation) {
        reader.marks(user, conversation).thenCompose(marks -> reader.rows(user).thenAccept(rows -> rows.stream()
                .filter(row -> row.conversation().equals(conversation))
                .forEach(row -> marks.stream()
                        .filter(mark -> mark.user().equals(user))
                        .forEach(mark -> world.marked.judge(conversation, mark, row)))));
    }

    /** A node that knows nothing reads everything. */
    private void readAll() {
        Node fresh = new Node("reader", world, chance.split());
        fresh.start();
        Incarnation reader = fresh.running().orElseThrow();
        for (ConversationId conversation : conversations.keySet()) {
            reader.state(conversation).thenCompose(state -> reader.entries(conversation, Seq.FIRST, state.head()));
            world.population.ids().forEach(user -> judgeMarks(reader, user, conversation));
        }
        run(READ);
        world.population.ids().forEach(reader::rows);
        run(READ);
        fresh.crash();
    }
}
