package io.parley.log;

import com.github.f4b6a3.uuid.UuidCreator;
import io.parley.kernel.ConversationId;
import io.parley.kernel.EntryId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Words for tests of the log. */
final class Given {

    static final Instant NOW = Instant.parse("2026-11-20T10:00:00.123Z");
    static final UserId ANN = new UserId(UuidCreator.getTimeOrderedEpoch());
    static final UserId BEN = new UserId(UuidCreator.getTimeOrderedEpoch());
    static final UserId CEM = new UserId(UuidCreator.getTimeOrderedEpoch());
    static final UserId STRANGER = new UserId(UuidCreator.getTimeOrderedEpoch());
    static final Duration SKEW = Duration.ofSeconds(60);

    private Given() {}

    /** Small numbers, so that limits are near. */
    static LogSettings settings() {
        return new LogSettings(
                8,
                4,
                3,
                100,
                10,
                1000,
                4,
                4,
                6,
                SKEW,
                Duration.ofSeconds(5),
                Duration.ofMillis(1),
                Duration.ofMillis(8),
                1 << 20,
                new LogSettings.Reads(4, 100, 1000));
    }

    /** Where nothing is asked to happen later. */
    static LogRuntime runtime(Executor executor, InstantSource clock) {
        return new LogRuntime(
                executor,
                (delay, task) -> {
                    throw new AssertionError();
                },
                clock,
                new Random(1));
    }

    static EntryId idAt(Instant time) {
        return new EntryId(UuidCreator.getTimeOrderedEpoch(time));
    }

    static EntryId anyId() {
        return idAt(NOW);
    }

    static Command creation() {
        TreeMap<UserId, Role> members = new TreeMap<>();
        members.put(ANN, Role.OWNER);
        members.put(BEN, Role.MEMBER);
        ConversationId conversation = new ConversationId(anyId().value());
        return new Command(
                EntryId.ofConversation(conversation),
                ANN,
                new Content.Created(ConversationType.GROUP, "Friends", members),
                null);
    }

    static Command message(EntryId id, UserId author, String text) {
        return new Command(id, author, new Content.Text(text), null);
    }

    /** Somebody comes. */
    static Command adds(UserId author, UserId user) {
        return changes(author, new GroupChange.Membership(new TreeMap<>(Map.of(user, Role.MEMBER)), new TreeSet<>()));
    }

    /** Somebody goes, or is made to. */
    static Command removes(UserId author, UserId user) {
        return changes(author, new GroupChange.Membership(new TreeMap<>(), new TreeSet<>(Set.of(user))));
    }

    static Command changes(UserId author, Content change) {
        return new Command(anyId(), author, change, null);
    }

    static ConversationState nothing() {
        return ConversationState.empty(settings().idWindowEntries());
    }

    /** A conversation of Ann and Ben with this many messages. */
    static ConversationState aConversationOf(int messages) {
        ConversationState state = append(nothing(), creation());
        for (int i = 0; i < messages; i++) {
            state = append(state, message(anyId(), ANN, "message " + i));
        }
        return state;
    }

    /** The state after a command that the rules allow. */
    static ConversationState append(ConversationState state, Command command) {
        return draft(state, List.of(command)).state();
    }

    /** The state after a command about an entry. */
    static ConversationState append(ConversationState state, Command command, Entry target) {
        return draft(state, List.of(command), target).state();
    }

    /** A message by Ann, as it may stand at a position up to the state's head. */
    static Entry entryAt(ConversationState state, Seq seq) {
        return entryAt(state, seq, "hello");
    }

    static Entry entryAt(ConversationState state, Seq seq, String text) {
        Entry next =
                draft(state, List.of(message(anyId(), ANN, text))).entries().get(0);
        Entry.Envelope e = next.envelope();
        return new Entry(
                new Entry.Envelope(
                        seq, e.id(), e.author(), e.kind(), e.version(), e.ordinal(), e.at(), e.sentAt(), e.digest()),
                next.body());
    }

    static Draft draft(ConversationState state, List<Command> commands) {
        return draft(state, commands, null);
    }

    static Draft draft(ConversationState state, List<Command> commands, @Nullable Entry target) {
        List<Pending> group = commands.stream()
                .map(command -> new Pending(command, NOW.plusSeconds(5)))
                .toList();
        if (target != null) {
            group.forEach(pending -> pending.foundTarget(target));
        }
        // As the resolver leaves them when it found nothing.
        group.stream()
                .filter(pending -> state.find(pending.id()).isEmpty())
                .forEach(pending -> pending.notFoundBefore(state.head().next()));
        return Draft.of(state, group, new Rules(settings()), settings(), NOW, new Random(1));
    }
}
