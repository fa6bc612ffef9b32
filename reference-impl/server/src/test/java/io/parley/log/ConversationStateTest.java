package io.parley.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.evidence.Verifies;
import io.parley.kernel.Seq;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConversationStateTest {

    @Test
    @Verifies("MSG-2")
    void takesTypeTitleAndMembersFromEntryOne() {
        ConversationState state = Given.aConversationOf(0);

        assertThat(state.type()).isEqualTo(ConversationType.GROUP);
        assertThat(state.title()).contains("Friends");
        assertThat(state.members()).containsEntry(Given.ANN, Role.OWNER).containsEntry(Given.BEN, Role.MEMBER);
        assertThat(state.createdAt()).isEqualTo(Given.NOW);
    }

    @Test
    @Verifies("MSG-21")
    void countsMessagesButNotTheCreation() {
        assertThat(Given.aConversationOf(0).ordinal()).isZero();
        assertThat(Given.aConversationOf(3).ordinal()).isEqualTo(3);
        assertThat(Given.aConversationOf(3).head()).isEqualTo(new Seq(4));
    }

    @Test
    @Verifies("INV-1")
    void refusesAnEntryThatDoesNotFollow() {
        ConversationState state = Given.aConversationOf(1);
        Entry far = Given.draft(Given.aConversationOf(2), List.of(Given.message(Given.anyId(), Given.ANN, "far")))
                .entries()
                .get(0);

        assertThatThrownBy(() -> state.plus(far))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("seq=4, expected 3");
    }

    @Test
    @Verifies("INV-5")
    void becomesReadOnlyAfterAnEntryOfAnUnknownVersion() {
        ConversationState state = Given.aConversationOf(1);
        Entry known = Given.draft(state, List.of(Given.message(Given.anyId(), Given.ANN, "new")))
                .entries()
                .get(0);
        Entry.Envelope e = known.envelope();
        Entry unknown = new Entry(
                new Entry.Envelope(
                        e.seq(), e.id(), e.author(), "future-kind", 9, e.ordinal(), e.at(), e.sentAt(), e.digest()),
                known.body());

        ConversationState after = state.plus(unknown);

        assertThat(after.isReadOnly()).isTrue();
        assertThat(after.head()).isEqualTo(new Seq(3));
        assertThat(unknown.content()).isEmpty();
        assertThat(new Rules(Given.SKEW).check(after, Given.message(Given.anyId(), Given.ANN, "x"), Given.NOW))
                .contains(new Refusal.ReadOnly());
    }

    @Test
    @Verifies("MSG-21")
    void comesBackFromASnapshotWithItsIdsAndMembers() {
        ConversationState state = Given.aConversationOf(9);

        ConversationState copy = SnapshotCodec.decode(
                        SnapshotCodec.encode(state), Given.settings().idWindowEntries())
                .orElseThrow();

        assertThat(copy.head()).isEqualTo(state.head());
        assertThat(copy.ordinal()).isEqualTo(state.ordinal());
        assertThat(copy.members()).isEqualTo(state.members());
        assertThat(copy.title()).isEqualTo(state.title());
        assertThat(copy.createdAt()).isEqualTo(state.createdAt());
        assertThat(copy.lastActivityAt()).isEqualTo(state.lastActivityAt());
        assertThat(copy.window().ids()).isEqualTo(state.window().ids());
        assertThat(copy.window().evictedTimeMillis()).isEqualTo(state.window().evictedTimeMillis());
    }

    @Test
    @Verifies("MSG-21")
    void ignoresASnapshotOfAnotherVersion() {
        LogStore.Snapshot saved = SnapshotCodec.encode(Given.aConversationOf(2));
        LogStore.Snapshot newer = new LogStore.Snapshot(saved.seq(), saved.version() + 1, saved.state());

        assertThat(SnapshotCodec.decode(newer, Given.settings().idWindowEntries()))
                .isEmpty();
    }
}
