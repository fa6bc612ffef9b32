package io.parley.simulation;

import io.parley.account.Caller;
import io.parley.contact.ContactParts;
import io.parley.contact.KnownBlocks;
import io.parley.conversation.ConversationCreator;
import io.parley.conversation.ConversationParts;
import io.parley.conversation.History;
import io.parley.conversation.Marks;
import io.parley.conversation.NewConversation;
import io.parley.conversation.NewMark;
import io.parley.conversation.PageRequest;
import io.parley.delivery.DeliveryParts;
import io.parley.delivery.FrameHandler;
import io.parley.erasure.ErasureProjection;
import io.parley.idindex.IdBlockProjection;
import io.parley.idindex.IdBlocks;
import io.parley.inbox.Inbox;
import io.parley.inbox.InboxRow;
import io.parley.kernel.ConversationId;
import io.parley.kernel.DeviceId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import io.parley.log.Buckets;
import io.parley.log.Command;
import io.parley.log.ConversationLog;
import io.parley.log.ConversationState;
import io.parley.log.EntriesCommitted;
import io.parley.log.Entry;
import io.parley.log.EntryReads;
import io.parley.log.LogCounters;
import io.parley.log.LogRuntime;
import io.parley.log.LogSettings;
import io.parley.log.Outcome;
import io.parley.problem.ProblemException;
import io.parley.projection.ConversationRepaired;
import io.parley.projection.ProjectionRuntime;
import io.parley.projection.Projections;
import io.parley.receipt.MarksMoved;
import io.parley.receipt.ReceiptComponent;
import io.parley.simulation.client.MemberMark;
import io.parley.simulation.engine.Chance;
import io.parley.simulation.engine.Fact;
import io.parley.simulation.engine.SimulatedProcess;
import io.parley.simulation.engine.Tally;
import io.parley.simulation.invariant.Attempt;
import io.parley.simulation.invariant.Position;
import io.parley.simulation.store.Names;
import io.parley.simulation.store.Stores;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * One life of a node: its memory, and the server's own classes on it, wired as Spring wires them. Each call happens on the
 * node.
 */
final class Incarnation {

    private static final Duration WATCH = Duration.ofMillis(200);

    private final World world;
    private final SimulatedProcess process;
    private final Inbox inbox;
    private final ConversationLog log;
    private final ConversationParts conversations;
    private final DeliveryParts delivery;
    private final List<SimulatedSocket> sockets = new ArrayList<>();

    Incarnation(World world, SimulatedProcess process, Chance chance, long cachedBytesMax) {
        this.world = world;
        this.process = process;
        Stores stores = world.cluster.connect(process);
        LogRuntime runtime = new LogRuntime(process.executor(), process.timer(), process.clock(), chance.generator());
        inbox = new Inbox(
                stores.inbox(),
                Limited.LIMITS.inbox().previewCharsMax(),
                Numbers.INBOX_REQUESTS_MAX,
                Limited.OVERLAP,
                process.executor(),
                process.clock());
        ReceiptComponent receipts = new ReceiptComponent(
                stores.receipts(),
                inbox,
                cachedBytesMax > Numbers.MARKS_MAX ? Numbers.MARKS_MAX : 0,
                process.executor());
        Buckets buckets = new Buckets(Numbers.BUCKET_ENTRIES);
        LogSettings settings = Numbers.log(cachedBytesMax);
        EntryReads reads = new EntryReads(stores.log(), settings, runtime);
        Projections projections = new Projections(
                List.of(
                        inbox.projection(),
                        receipts.projection(),
                        new IdBlockProjection(stores.ids(), stores.log(), buckets, process.executor()),
                        new ErasureProjection(
                                stores.log(), reads, buckets, Numbers.RULES.editEntriesMax(), process.executor())),
                stores.incarnations(),
                stores.markers(),
                stores.watermarks(),
                Numbers.projections(),
                new ProjectionRuntime(runtime, process::nanos));
        KnownBlocks blocks =
                ContactParts.on(world.population.blocks(), Limited.LIMITS, process.clock(), process.executor());
        log = new ConversationLog(
                stores.log(),
                reads,
                settings,
                runtime,
                projections,
                new IdBlocks(stores.ids(), buckets, process.executor()),
                ConversationParts.admission(blocks),
                this::committed);
        conversations = ConversationParts.on(
                log,
                stores.directs(),
                receipts.on(log, runtime, Limited.LIMITS.receipt().coalesce(), moved -> moved(moved)),
                world.population,
                Limited.LIMITS,
                process.clock(),
                process.executor());
        delivery = new DeliveryParts(
                conversations.conversations(),
                conversations.marks(),
                inbox,
                world.population,
                world.population,
                world.population,
                blocks,
                Limited.LIMITS,
                process.afterStep(),
                process.clock());
        projections.start(log, this::repaired);
        watch();
    }

    private void repaired(ConversationRepaired repaired) {
        world.count(Fact.REPAIRED);
        delivery.repaired(repaired);
    }

    private void moved(MarksMoved moved) {
        delivery.moved(moved);
    }

    private void watch() {
        process.timer().after(WATCH, () -> {
            delivery.closeOverdue();
            watch();
        });
    }

    private void committed(EntriesCommitted committed) {
        world.panel.committed(process.name(), committed);
        try {
            delivery.committed(committed);
        } catch (RuntimeException e) {
            world.panel.failed("a listener", e);
        }
    }

    SimulatedProcess process() {
        return process;
    }

    FrameHandler frames() {
        return delivery.frames();
    }

    void connected(SimulatedSocket socket) {
        sockets.add(socket);
    }

    /** Their other ends learn of it, or do not. */
    void dropSockets() {
        sockets.forEach(SimulatedSocket::processDied);
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

    CompletionStage<ConversationCreator.Creation> create(UserId creator, NewConversation wanted) {
        return conversations.creator().create(creator, wanted).thenApply(creation -> {
            world.panel.created(creation.conversation().id());
            return creation;
        });
    }

    CompletionStage<ConversationState> state(ConversationId conversation) {
        Seq known = world.truth.acknowledged(conversation);
        return log.state(conversation).thenApply(state -> {
            world.panel.readState(conversation, known, state);
            return state;
        });
    }

    /** How far the members are, as one of them is told. */
    CompletionStage<List<MemberMark>> marks(UserId reader, ConversationId conversation) {
        Seq known = world.truth.acknowledged(conversation);
        Map<UserId, Position> before = world.marked.shown(conversation);
        return conversations.marks().get(reader, conversation).thenApply(marks -> {
            List<MemberMark> all = marks.byMember().entrySet().stream()
                    .map(each -> new MemberMark(
                            each.getKey(),
                            each.getValue().delivered(),
                            each.getValue().read()))
                    .toList();
            world.count(Fact.MARKS_READ);
            world.panel.readMarks(reader, conversation, known, before, all);
            return all;
        });
    }

    /** A report by request; answered when it is durable. */
    CompletionStage<?> report(UserId user, ConversationId conversation, Seq delivered, Seq read) {
        Caller caller = new Caller(user, new DeviceId(user.value()), user.value(), Instant.MAX);
        Seq known = world.truth.acknowledged(conversation);
        return conversations
                .marks()
                .report(caller, conversation, new NewMark(delivered, read))
                .whenComplete((taken, failure) -> {
                    ProblemException problem = failure == null ? null : Reply.problem(failure);
                    if (problem != null) {
                        world.panel.markRefused(
                                user,
                                conversation,
                                known,
                                delivered,
                                problem.problem().type().id());
                    } else if (failure == null) {
                        world.panel.markTaken(user, conversation, delivered);
                    }
                })
                .thenCompose(Marks.Taken::durable)
                .thenApply(durable -> {
                    world.panel.markDurable(user, conversation, delivered, read);
                    return durable;
                });
    }

    CompletionStage<List<Entry>> entries(ConversationId conversation, Seq from, Seq to) {
        Seq known = world.truth.acknowledged(conversation);
        return log.entries(conversation, from, to).thenApply(entries -> {
            world.panel.readEntries(conversation, from, to, known, entries);
            return entries;
        });
    }

    /** A user's conversations, as they are kept. */
    CompletionStage<Collection<InboxRow>> rows(UserId user) {
        return inbox.rows(user).thenApply(rows -> {
            world.panel.listed(user, rows);
            return rows;
        });
    }

    /** The entries after a position, as a client fills its gaps. */
    CompletionStage<History.Page> page(UserId reader, ConversationId conversation, Seq after, int limit) {
        Seq known = world.truth.acknowledged(conversation);
        return conversations
                .history()
                .entries(reader, conversation, new PageRequest(true, after.value(), limit))
                .thenApply(page -> {
                    world.panel.readEntries(conversation, after.next(), after.plus(limit), known, page.entries());
                    return page;
                });
    }

    /** What it counted goes into the run's tally. */
    void countInto(Tally tally) {
        LogCounters counters = log.counters();
        tally.add(Fact.LOST_RACE, counters.lostRaces());
        tally.add(Fact.UNKNOWN_OUTCOME, counters.unknownOutcomes());
        tally.add(Fact.SETTLED_AS_WRITTEN, counters.settledOutcomes());
        tally.add(Fact.ID_FOUND_BY_INDEX, counters.lookUpsByIndex());
    }
}
