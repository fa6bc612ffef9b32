package io.parley.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Verifies;
import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** What is taken to be known about an id after a group was resolved. */
@Verifies("INV-4")
class IdResolverTest {

    private final ConversationState state = Given.aConversationOf(2);
    private final Rules rules = new Rules(Given.settings());

    private final LogStore store = new NothingToRead();
    private final IdLookUp lookUp = new IdLookUp(
            store,
            new EntryReads(store, Given.settings(), Runnable::run),
            IdIndex.NONE,
            new Buckets(Given.settings().bucketEntries()),
            new LogCounters(),
            Runnable::run);

    /** The window has all that these tests need. */
    private static final class NothingToRead implements LogStore {

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

    private Pending resolved(Command command) {
        Pending pending = new Pending(command, Given.NOW.plusSeconds(5));
        assertThat(new IdResolver(lookUp, rules, Runnable::run)
                        .resolve(new ConversationId(Given.anyId().value()), state, List.of(pending))
                        .toCompletableFuture())
                .isCompleted();
        return pending;
    }

    @Test
    void anIdOfAMemberThatTheWindowDoesNotHaveStandsNowhere() {
        assertThat(resolved(Given.message(Given.anyId(), Given.ANN, "new")).absentBefore())
                .isEqualTo(state.head().next());
    }

    /** Nobody looked. Later the author may be a member again, and the id may stand where the window has left. */
    @Test
    void nothingIsKnownAboutAnIdOfWhoIsNoMemberNow() {
        assertThat(resolved(Given.message(Given.anyId(), Given.STRANGER, "again"))
                        .absentBefore())
                .isEqualTo(Seq.FIRST);
    }
}
