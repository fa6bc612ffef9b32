package io.parley.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.evidence.Verifies;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
    @Verifies("INV-5")
    void followsWhoComesAndGoesWithWhichRoleAndTitle() {
        ConversationState state = Given.aConversationOf(1);
        state = Given.append(state, Given.adds(Given.ANN, Given.CEM));
        assertThat(state.members()).containsEntry(Given.CEM, Role.MEMBER).hasSize(3);

        state = Given.append(state, Given.changes(Given.ANN, new GroupChange.NewRole(Given.BEN, Role.OWNER)));
        assertThat(state.members()).containsEntry(Given.BEN, Role.OWNER);

        state = Given.append(state, Given.removes(Given.BEN, Given.ANN));
        state = Given.append(state, Given.changes(Given.BEN, new GroupChange.Rename("Others")));
        assertThat(state.members().keySet()).containsExactly(Given.BEN, Given.CEM);
        assertThat(state.title()).contains("Others");
        assertThat(state.createdAt()).isEqualTo(Given.NOW);
        assertThat(state.ordinal()).isEqualTo(1);
    }

    @Test
    @Verifies("MSG-21")
    void keepsNothingOfWhatIsSaidAboutAMessageButItsIds() {
        ConversationState before = Given.aConversationOf(9);
        Seq message = before.head();

        ConversationState after = before;
        for (Content change : List.of(
                new MessageChange.Edit(message, "x"),
                new MessageChange.Reaction(message, "+", true),
                new MessageChange.Deletion(message))) {
            after = Given.append(after, Given.changes(Given.ANN, change), Given.entryAt(before, message));
        }

        assertThat(after.head()).isEqualTo(message.plus(3));
        assertThat(after.ordinal()).isEqualTo(before.ordinal());
        assertThat(after.approximateBytes()).isEqualTo(before.approximateBytes());
        assertThat(after.roster()).isSameAs(before.roster());
    }

    @Test
    @Verifies("MSG-21")
    void weighsItsMembersAndTitle() {
        ConversationState two = Given.aConversationOf(9);
        ConversationState three = Given.append(two, Given.adds(Given.ANN, Given.CEM));

        ConversationState longer =
                Given.append(three, Given.changes(Given.ANN, new GroupChange.Rename("x".repeat(100))));

        assertThat(three.approximateBytes()).isGreaterThan(two.approximateBytes());
        assertThat(longer.approximateBytes()).isGreaterThanOrEqualTo(three.approximateBytes() + 2 * 90);
    }

    @Test
    @Verifies("INV-5")
    void becomesReadOnlyWhereTheContentOfAChangeOfTheGroupIsMissing() {
        ConversationState state = Given.aConversationOf(1);
        Entry change = Given.draft(state, List.of(Given.adds(Given.ANN, Given.CEM)))
                .entries()
                .get(0);

        ConversationState after = state.plus(new Entry(change.envelope(), null));

        assertThat(after.isReadOnly()).isTrue();
        assertThat(state.plus(change).isReadOnly()).isFalse();
    }

    @Test
    @Verifies("INV-5")
    void foldsAMessageWhoseContentIsErased() {
        ConversationState state = Given.aConversationOf(1);
        Entry message = Given.draft(state, List.of(Given.message(Given.anyId(), Given.BEN, "secret")))
                .entries()
                .get(0);

        ConversationState after = state.plus(new Entry(message.envelope(), null));

        assertThat(after.isReadOnly()).isFalse();
        assertThat(after.ordinal()).isEqualTo(2);
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
        assertThat(new Rules(Given.settings())
                        .check(after, Given.message(Given.anyId(), Given.ANN, "x"), Optional.empty(), Given.NOW))
                .contains(new Refusal.ReadOnly());
    }

    @Test
    @Verifies("MSG-21")
    void comesBackFromASnapshotWithItsIdsAndMembers() {
        ConversationState state = Given.append(
                Given.append(Given.aConversationOf(9), Given.adds(Given.ANN, Given.CEM)),
                Given.changes(Given.ANN, new GroupChange.Rename("Others")));

        ConversationState copy = SnapshotCodec.decode(
                        SnapshotCodec.encode(state), Given.settings().idWindowEntries())
                .orElseThrow();

        assertThat(copy.head()).isEqualTo(state.head());
        assertThat(copy.ordinal()).isEqualTo(state.ordinal());
        assertThat(copy.members()).isEqualTo(state.members());
        assertThat(copy.title()).isEqualTo(state.title());
        assertThat(copy.type()).isEqualTo(state.type());
        assertThat(copy.createdAt()).isEqualTo(state.createdAt());
        assertThat(copy.lastActivityAt()).isEqualTo(state.lastActivityAt());
        assertThat(copy.window().ids()).isEqualTo(state.window().ids());
        assertThat(copy.window().evictedTimeMillis()).isEqualTo(state.window().evictedTimeMillis());
    }

    @Test
    @Verifies("MSG-21")
    void readsASnapshotOfTheVersionBefore() {
        String text = """
                {"ordinal":1,"lastAt":2000,"ids":"","evictedTimeMillis":-1,"genesis":{
                "created":"{\\"type\\":\\"group\\",\\"title\\":\\"Friends\\",
                \\"members\\":{\\"00000000-0000-0001-0000-000000000001\\":\\"owner\\"}}",
                "creator":"00000000-0000-0001-0000-000000000001","at":1000}}
                """.replace("\n", "");

        ConversationState state = SnapshotCodec.decode(new LogStore.Snapshot(new Seq(2), 1, text), 4)
                .orElseThrow();

        assertThat(state.type()).isEqualTo(ConversationType.GROUP);
        assertThat(state.title()).contains("Friends");
        assertThat(state.members()).containsExactly(Map.entry(new UserId(new UUID(1, 1)), Role.OWNER));
        assertThat(state.createdAt()).isEqualTo(Instant.ofEpochMilli(1000));
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
