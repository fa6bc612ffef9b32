package io.parley.acceptance.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Verifies;
import io.parley.kernel.EntryId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import io.parley.limits.Limits;
import io.parley.log.ConversationLog;
import io.parley.log.Outcome;
import io.parley.log.Refusal;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Ids that come again: at once, under another author, after the window, to another node. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Verifies({"INV-4", "MSG-17"})
class RepeatedCommandsTest {

    private static final int WINDOW = Limits.packaged().log().idWindowEntries();

    private final LogNode node = LogNode.onTheSharedCassandra();
    private final LogNode other = LogNode.onTheSharedCassandra();
    private final ConversationLog log = node.log();
    private final EntryId old = TestConversation.idOf(Instant.now().minusSeconds(30));
    private TestConversation longOne = TestConversation.aGroupOf(2, log);

    /** A conversation in which the old id has left the window. */
    @BeforeAll
    void fill() {
        longOne.send(log, old, longOne.anyMember(), "the first");
        longOne.fill(log, WINDOW * 3 / 2);
    }

    @Test
    void areAnsweredWithTheFirstPosition() {
        TestConversation group = TestConversation.aGroupOf(2, log);
        EntryId id = TestConversation.newId();
        Outcome first = group.send(log, id, group.anyMember(), "hello");

        Outcome again = group.send(log, id, group.anyMember(), "hello");

        assertThat(first).isInstanceOf(Outcome.Appended.class);
        assertThat(again).isEqualTo(new Outcome.Repeated(((Outcome.Appended) first).entry()));
        assertThat(group.entries(log)).hasSize(2);
    }

    @Test
    void areRecognisedByAnotherNode() {
        TestConversation group = TestConversation.aGroupOf(2, log);
        EntryId id = TestConversation.newId();
        Outcome first = group.send(log, id, group.anyMember(), "hello");

        assertThat(group.send(other.log(), id, group.anyMember(), "hello"))
                .isEqualTo(new Outcome.Repeated(((Outcome.Appended) first).entry()));
    }

    @Test
    void areConflictsUnderAnotherAuthorOrContent() {
        TestConversation group = TestConversation.aGroupOf(2, log);
        EntryId id = TestConversation.newId();
        UserId author = group.members().get(0);
        group.send(log, id, author, "hello");
        Outcome conflict = new Outcome.Refused(new Refusal.IdInUse());

        assertThat(group.send(log, id, group.members().get(1), "hello")).isEqualTo(conflict);
        assertThat(group.send(log, id, author, "good-bye")).isEqualTo(conflict);
    }

    @Test
    void areFoundInTheLogAfterTheWindow() {
        Outcome again = longOne.send(log, old, longOne.anyMember(), "the first");

        assertThat(again).isInstanceOfSatisfying(Outcome.Repeated.class, repeated -> assertThat(
                        repeated.first().seq())
                .isEqualTo(new Seq(2)));
        assertThat(longOne.send(other.log(), old, longOne.members().get(1), "the first"))
                .isEqualTo(new Outcome.Refused(new Refusal.IdInUse()));
    }

    @Test
    void areNewWhenAnOldIdStandsNowhere() {
        EntryId late = TestConversation.idOf(Instant.now().minusSeconds(3600));

        assertThat(longOne.send(log, late, longOne.anyMember(), "typed offline"))
                .isInstanceOf(Outcome.Appended.class);
        assertThat(longOne.send(log, late, longOne.anyMember(), "typed offline"))
                .isInstanceOf(Outcome.Repeated.class);
    }

    @Test
    @Verifies({"INV-5", "QG-7"})
    void tellAStrangerNothing() {
        UserId stranger = new UserId(TestConversation.newId().value());
        Outcome nothing = new Outcome.Refused(new Refusal.NotAMember());

        assertThat(longOne.send(log, old, stranger, "the first")).isEqualTo(nothing);
        assertThat(longOne.send(log, TestConversation.newId(), stranger, "x")).isEqualTo(nothing);
    }

    @AfterAll
    void close() {
        node.close();
        other.close();
    }
}
