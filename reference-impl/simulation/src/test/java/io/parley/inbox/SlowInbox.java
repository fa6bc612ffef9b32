package io.parley.inbox;

import io.parley.inbox.InboxRow.ReadMark;
import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Holds each write until it is told to pass it on to the store, or to let it fail on its way there. */
final class SlowInbox implements InboxStore {

    private final InboxStore store;
    private final List<CompletableFuture<?>> held = new ArrayList<>();
    private final List<ConversationId> asked = new ArrayList<>();
    private final List<UserId> removed = new ArrayList<>();
    private final List<UserId> erased = new ArrayList<>();

    SlowInbox(InboxStore store) {
        this.store = store;
    }

    /** Whose writes came, in this order. */
    List<ConversationId> asked() {
        return asked;
    }

    /** Whose rows were asked to go. */
    List<UserId> removed() {
        return removed;
    }

    /** Whose previews were asked to go. */
    List<UserId> erased() {
        return erased;
    }

    void passOn(int write) {
        held.get(write).complete(null);
    }

    void lose(int write) {
        held.get(write).completeExceptionally(new IllegalStateException("no answer"));
    }

    private CompletionStage<?> hold(ConversationId conversation, Supplier<CompletionStage<?>> write) {
        asked.add(conversation);
        CompletableFuture<?> passed = new CompletableFuture<>();
        held.add(passed);
        return passed.thenCompose(now -> write.get());
    }

    @Override
    public List<List<UserId>> together(Collection<UserId> users) {
        return store.together(users);
    }

    @Override
    public CompletionStage<?> write(Map<UserId, InboxRow> rows, Instant writtenAt) {
        return hold(rows.values().iterator().next().conversation(), () -> store.write(rows, writtenAt));
    }

    @Override
    public CompletionStage<?> remove(ConversationId conversation, Map<UserId, Seq> left) {
        removed.addAll(left.keySet());
        return hold(conversation, () -> store.remove(conversation, left));
    }

    @Override
    public CompletionStage<?> erasePreview(Collection<UserId> users, ConversationId conversation, Seq message) {
        erased.addAll(users);
        return hold(conversation, () -> store.erasePreview(users, conversation, message));
    }

    @Override
    public CompletionStage<?> writeRead(UserId user, ConversationId conversation, ReadMark read) {
        return store.writeRead(user, conversation, read);
    }

    @Override
    public CompletionStage<List<Stored>> rows(UserId user) {
        return store.rows(user);
    }
}
