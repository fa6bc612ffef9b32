package io.parley.acceptance.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import io.parley.kernel.ConversationId;
import io.parley.kernel.EntryId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import io.parley.limits.Limits;
import io.parley.log.Command;
import io.parley.log.Content;
import io.parley.log.ConversationLog;
import io.parley.log.ConversationType;
import io.parley.log.Entry;
import io.parley.log.Outcome;
import io.parley.log.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A new group in the log, and the words to test with. */
record TestConversation(ConversationId id, List<UserId> members) {

    private static final int PATIENCE_SECONDS = 60;

    /** Two rounds of the log: on a busy machine more would not be answered within the time that the nodes of the tests give. */
    private static final int AT_ONCE = 2 * Limits.packaged().log().batchEntriesMax();

    /** Appends entry 1. */
    static TestConversation aGroupOf(int members, ConversationLog log) {
        List<UserId> users = Stream.generate(() -> new UserId(UuidCreator.getTimeOrderedEpoch()))
                .limit(members)
                .toList();
        TestConversation conversation =
                new TestConversation(new ConversationId(UuidCreator.getTimeOrderedEpoch()), users);
        TreeMap<UserId, Role> roles = new TreeMap<>();
        users.forEach(user -> roles.put(user, Role.MEMBER));
        Content.Created created = new Content.Created(ConversationType.GROUP, "test", roles);
        await(log.append(
                conversation.id, new Command(EntryId.ofConversation(conversation.id), users.get(0), created, null)));
        return conversation;
    }

    UserId anyMember() {
        return members.get(0);
    }

    static EntryId newId() {
        return new EntryId(UuidCreator.getTimeOrderedEpoch());
    }

    /** A new id whose time is this one. */
    static EntryId idOf(Instant time) {
        return new EntryId(UuidCreator.getTimeOrderedEpoch(time));
    }

    static Command text(EntryId id, UserId author, String text) {
        return new Command(id, author, new Content.Text(text), null);
    }

    Outcome send(ConversationLog log, EntryId id, UserId author, String text) {
        return await(log.append(this.id, text(id, author, text)));
    }

    /** Sends so many, some at once, and waits until all are appended. */
    void fill(ConversationLog log, int messages) {
        List<CompletionStage<Outcome>> outcomes = new ArrayList<>();
        for (int i = 0; i < messages; i++) {
            outcomes.add(log.append(id, text(newId(), anyMember(), "message " + i)));
            if (outcomes.size() == AT_ONCE || i == messages - 1) {
                outcomes.forEach(outcome -> assertThat(await(outcome)).isInstanceOf(Outcome.Appended.class));
                outcomes.clear();
            }
        }
    }

    /** Everything in the log, read back. */
    List<Entry> entries(ConversationLog log) {
        Seq head = await(log.state(id)).head();
        return await(log.entries(id, Seq.FIRST, head));
    }

    static <T> T await(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("no answer", e);
        }
    }
}
