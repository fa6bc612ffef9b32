package io.parley.log;

import com.github.f4b6a3.uuid.UuidCreator;
import io.parley.kernel.ConversationId;
import io.parley.kernel.EntryId;
import io.parley.kernel.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/** Words for tests of the log. */
final class Given {

    static final Instant NOW = Instant.parse("2026-11-20T10:00:00.123Z");
    static final UserId ANN = new UserId(UuidCreator.getTimeOrderedEpoch());
    static final UserId BEN = new UserId(UuidCreator.getTimeOrderedEpoch());
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
                SKEW,
                Duration.ofSeconds(5),
                Duration.ofMillis(1),
                Duration.ofMillis(8),
                1 << 20);
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

    static Draft draft(ConversationState state, List<Command> commands) {
        List<Pending> group = commands.stream()
                .map(command -> new Pending(command, NOW.plusSeconds(5)))
                .toList();
        // As the resolver leaves them when it found nothing.
        group.stream()
                .filter(pending -> state.find(pending.id()).isEmpty())
                .forEach(pending -> pending.notFoundBefore(state.head().next()));
        return Draft.of(state, group, new Rules(SKEW), settings(), NOW, new Random(1));
    }
}
