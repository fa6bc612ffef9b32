package io.parley.simulation.invariant;

import io.parley.inbox.InboxRow;
import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import io.parley.log.Entry;
import io.parley.simulation.engine.Scheduler;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Beyond the catalogue: in the end everybody's list has the conversations that they are in, and shows nothing deleted. */
public final class Listed extends Invariant {

    /** When the last entry of each was written: rows follow within a time. */
    private final Map<ConversationId, Long> writtenNanos = new HashMap<>();

    private final Truth truth;
    private final Scheduler scheduler;
    private final Duration within;

    /** @param within rows follow in this time, once faults are over */
    public Listed(Truth truth, Scheduler scheduler, Duration within) {
        super("Listed");
        this.truth = truth;
        this.scheduler = scheduler;
        this.within = within;
    }

    @Override
    public void written(ConversationId conversation, long bucket, List<Entry> entries) {
        writtenNanos.put(conversation, scheduler.nowNanos());
    }

    private boolean isSettled(ConversationId conversation) {
        long age = scheduler.nowNanos() - writtenNanos.getOrDefault(conversation, 0L);
        return truth.acknowledged(conversation).isAfter(Seq.NONE) && age > within.toNanos();
    }

    @Override
    public void listed(UserId user, Collection<InboxRow> rows) {
        Map<ConversationId, InboxRow> byId =
                rows.stream().collect(Collectors.toMap(InboxRow::conversation, Function.identity()));
        for (ConversationId conversation : truth.conversations()) {
            if (isSettled(conversation)) {
                judge(user, conversation, Optional.ofNullable(byId.get(conversation)));
            }
        }
    }

    private void judge(UserId user, ConversationId conversation, Optional<InboxRow> row) {
        Seq told = truth.acknowledged(conversation);
        boolean member = truth.isMemberThroughout(conversation, user, told);
        boolean stranger = truth.isNoMemberFrom(conversation, user, told);
        require(
                !member
                        || row.filter(shown -> !told.isAfter(shown.head().seq()))
                                .isPresent(),
                () -> user + " is a member at " + told + " of " + conversation + ", and is shown "
                        + row.map(shown -> "the head " + shown.head().seq()).orElse("nothing"));
        require(!stranger || row.isEmpty(), () -> user + " has left " + conversation + ", and is shown it");
        row.flatMap(InboxRow::lastMessage)
                .filter(message -> isDeleted(conversation, message.seq(), told))
                .ifPresent(message ->
                        require(message.isErased(), () -> user + " is shown what was deleted at " + message.seq()));
    }

    private boolean isDeleted(ConversationId conversation, Seq message, Seq told) {
        return truth.log(conversation).headMap(told, true).values().stream().anyMatch(entry -> deletes(entry, message));
    }

    private static boolean deletes(Entry entry, Seq message) {
        return entry.envelope().kind().equals("deletion")
                && Wish.of(entry).content().get("target").asLong() == message.value();
    }
}
