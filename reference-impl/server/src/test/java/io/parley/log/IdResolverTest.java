package io.parley.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Verifies;
import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is taken to be known about an id after a group was resolved. */
@Verifies("INV-4")
class IdResolverTest {

    private final ConversationState state = Given.aConversationOf(2);
    private final Rules rules = new Rules(Given.settings());

    /** The window has all that these tests need. */
    private final LogStore store = new InertStore();

    private final IdLookUp lookUp = new IdLookUp(
            store,
            new EntryReads(store, Given.settings(), Given.runtime(Runnable::run, () -> Given.NOW)),
            IdIndex.NONE,
            new Buckets(Given.settings().bucketEntries()),
            new LogCounters(),
            Runnable::run);

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
