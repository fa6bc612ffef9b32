package io.parley.log;

import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Nothing may be asked of it; a test says what may be asked after all. */
class InertStore implements LogStore {

    @Override
    public CompletionStage<Append> append(ConversationId conversation, long bucket, List<Entry> entries) {
        throw new AssertionError();
    }

    @Override
    public CompletionStage<List<Entry>> read(
            ConversationId conversation, long bucket, Seq from, Seq to, Consistency consistency) {
        throw new AssertionError();
    }

    @Override
    public CompletionStage<List<IdAt>> ids(ConversationId conversation, long bucket, Seq from, Seq to) {
        throw new AssertionError();
    }

    @Override
    public CompletionStage<?> erase(ConversationId conversation, long bucket, Seq seq) {
        throw new AssertionError();
    }

    @Override
    public CompletionStage<Optional<Snapshot>> latestSnapshot(ConversationId conversation) {
        throw new AssertionError();
    }

    @Override
    public CompletionStage<?> saveSnapshot(ConversationId conversation, Snapshot snapshot) {
        throw new AssertionError();
    }
}
