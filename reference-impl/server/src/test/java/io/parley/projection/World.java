package io.parley.projection;

import com.github.f4b6a3.uuid.UuidCreator;
import io.parley.kernel.ConversationId;
import io.parley.kernel.EntryId;
import io.parley.kernel.UserId;
import io.parley.log.Admission;
import io.parley.log.Command;
import io.parley.log.Content;
import io.parley.log.ConversationLog;
import io.parley.log.ConversationType;
import io.parley.log.EntryReads;
import io.parley.log.IdIndex;
import io.parley.log.LogCatalogue;
import io.parley.log.LogRuntime;
import io.parley.log.LogSettings;
import io.parley.log.Outcome;
import io.parley.log.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** Any number of nodes on one set of stores and one time. */
final class World {

    static final Duration LEASE = Duration.ofSeconds(3);
    static final Duration DEAD_AFTER = Duration.ofSeconds(5);
    static final Duration RETRY_MAX = Duration.ofSeconds(10);
    static final int PUT_OFF_MAX = 20;
    static final int SAVE_ENTRIES = 10;
    static final int BACKLOG_BYTES_MAX = 1 << 16;
    static final int STEP_ENTRIES = 4;
    static final int STEP_ENTRY_BYTES_MAX = 4096;
    static final Duration COALESCE = Duration.ofSeconds(1);
    static final Duration COALESCE_MEMBER = Duration.ofMillis(250);
    /** Ends between two renewals. */
    static final Duration SHARD = Duration.ofMillis(59_500);

    static final Duration IDLE_AFTER = Duration.ofSeconds(20);

    final Time time = new Time();
    final MemoryLog log = new MemoryLog();
    final MemoryRows rows = new MemoryRows();
    final RecordedHeads heads = new RecordedHeads();
    final UserId ann = new UserId(UuidCreator.getTimeOrderedEpoch());
    private final UserId ben = new UserId(UuidCreator.getTimeOrderedEpoch());
    private final Random random = new Random(1);

    static ProjectionSettings settings() {
        return new ProjectionSettings(
                LEASE,
                DEAD_AFTER,
                Duration.ofSeconds(1),
                Duration.ofSeconds(5),
                RETRY_MAX,
                COALESCE,
                COALESCE_MEMBER,
                IDLE_AFTER,
                SHARD,
                1_000,
                8,
                BACKLOG_BYTES_MAX,
                new LogSettings.Reads(STEP_ENTRIES, STEP_ENTRY_BYTES_MAX, STEP_ENTRIES * STEP_ENTRY_BYTES_MAX),
                SAVE_ENTRIES,
                2,
                PUT_OFF_MAX);
    }

    /** A node: its steps run as long as it is neither dead nor stopped. */
    final class Node {

        final Projections projections;
        final ConversationLog conversations;
        final List<ConversationRepaired> repaired = new ArrayList<>();
        private final ProjectionRuntime surroundings;
        private final List<Runnable> held = new ArrayList<>();
        private boolean dead;
        private boolean stopped;

        private Node() {
            LogRuntime runtime = new LogRuntime(
                    this::execute,
                    (delay, step) -> time.after(delay, () -> execute(step)),
                    time::instant,
                    new Random(random.nextLong()));
            surroundings = new ProjectionRuntime(runtime, time::nanos);
            projections = new Projections(List.of(heads), rows, rows, rows, settings(), surroundings);
            LogSettings numbers = new LogSettings(
                    64,
                    16,
                    8,
                    4096,
                    64,
                    65_536,
                    1000,
                    10,
                    1000,
                    Duration.ofMinutes(1),
                    Duration.ofSeconds(5),
                    Duration.ofMillis(2),
                    Duration.ofMillis(50),
                    1 << 20,
                    new LogSettings.Reads(16, 4096, 1 << 20));
            conversations = new ConversationLog(
                    log,
                    new EntryReads(log, numbers, runtime),
                    numbers,
                    runtime,
                    projections,
                    IdIndex.NONE,
                    Admission.ALWAYS,
                    committed -> {});
            projections.start(conversations, repaired::add);
        }

        private void execute(Runnable step) {
            time.execute(() -> {
                if (stopped) {
                    held.add(step);
                } else if (!dead) {
                    step.run();
                }
            });
        }

        ProjectionRuntime surroundings() {
            return surroundings;
        }

        Rebuild rebuild(LogCatalogue catalogue) {
            return new Rebuild(conversations, catalogue, List.of(heads), rows, settings(), surroundings);
        }

        void die() {
            dead = true;
        }

        void stop() {
            stopped = true;
        }

        void goOn() {
            stopped = false;
            held.forEach(this::execute);
            held.clear();
        }

        CompletableFuture<Outcome> send(ConversationId conversation, EntryId id, String text) {
            return conversations
                    .append(conversation, new Command(id, ann, new Content.Text(text), null))
                    .toCompletableFuture();
        }

        /** Sends and lets the time stand until it is told. */
        Outcome sends(ConversationId conversation, String text) {
            return sends(conversation, newId(), text);
        }

        Outcome sends(ConversationId conversation, EntryId id, String text) {
            CompletableFuture<Outcome> outcome = send(conversation, id, text);
            time.settle();
            return outcome.getNow(new Outcome.Unknown());
        }

        /** Sends as many messages, while no time passes. */
        void sendsSeveral(ConversationId conversation, int messages) {
            for (int i = 0; i < messages; i++) {
                sends(conversation, "message " + i);
            }
        }

        ConversationId creates() {
            TreeMap<UserId, Role> members = new TreeMap<>();
            members.put(ann, Role.MEMBER);
            members.put(ben, Role.MEMBER);
            return creates(ConversationType.DIRECT, members);
        }

        ConversationId createsGroupOf(int count) {
            TreeMap<UserId, Role> members = new TreeMap<>();
            members.put(ann, Role.OWNER);
            while (members.size() < count) {
                members.put(new UserId(newId().value()), Role.MEMBER);
            }
            return creates(ConversationType.GROUP, members);
        }

        private ConversationId creates(ConversationType type, SortedMap<UserId, Role> members) {
            ConversationId conversation = new ConversationId(newId().value());
            Content created = new Content.Created(type, null, members);
            CompletableFuture<Outcome> outcome = conversations
                    .append(conversation, new Command(EntryId.ofConversation(conversation), ann, created, null))
                    .toCompletableFuture();
            time.settle();
            if (!(outcome.getNow(new Outcome.Unknown()) instanceof Outcome.Appended)) {
                throw new IllegalStateException("outcome=" + outcome + ", expected a new conversation");
            }
            return conversation;
        }
    }

    Node node() {
        Node node = new Node();
        time.settle();
        return node;
    }

    EntryId newId() {
        return new EntryId(UuidCreator.getTimeOrderedEpoch(time.instant()));
    }
}
