package io.parley.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Verifies;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Ann owns a group in which Ben is a member; each has written. */
@Verifies({"INV-5", "MSG-15"})
class MessageRulesTest {

    private static final Seq AT = new Seq(2);

    private final Rules rules = new Rules(Given.settings());
    private final ConversationState group = Given.aConversationOf(1);
    private final Entry byBen = at(AT, Given.message(Given.anyId(), Given.BEN, "hello"));
    private final Entry byAnn = at(AT, Given.message(Given.anyId(), Given.ANN, "hello"));

    private static Entry at(Seq seq, Command command) {
        ConversationState before = Given.aConversationOf(Math.toIntExact(seq.value() - 2));
        return Given.draft(before, List.of(command)).entries().get(0);
    }

    private Optional<Refusal> check(UserId author, Content change, Entry target) {
        return rules.check(group, Given.changes(author, change), Optional.of(target), Given.NOW);
    }

    @Test
    void letTheAuthorAloneEdit() {
        MessageChange.Edit edit = new MessageChange.Edit(AT, "better");

        assertThat(check(Given.BEN, edit, byBen)).isEmpty();
        assertThat(check(Given.ANN, edit, byBen)).contains(new Refusal.NotTheAuthor());
        assertThat(check(Given.STRANGER, edit, byBen)).contains(new Refusal.NotAMember());
    }

    @Test
    void letTheAuthorAndOwnersDelete() {
        MessageChange.Deletion deletion = new MessageChange.Deletion(AT);

        assertThat(check(Given.BEN, deletion, byBen)).isEmpty();
        assertThat(check(Given.ANN, deletion, byBen)).isEmpty();
        assertThat(check(Given.BEN, deletion, byAnn)).contains(new Refusal.NotAnOwner());
        assertThat(check(Given.STRANGER, deletion, byBen)).contains(new Refusal.NotAMember());
    }

    @Test
    @Verifies({"INV-5", "MSG-9"})
    void letEveryMemberReact() {
        MessageChange.Reaction reaction = new MessageChange.Reaction(AT, "👍", true);

        assertThat(check(Given.BEN, reaction, byAnn)).isEmpty();
        assertThat(check(Given.BEN, reaction, byBen)).isEmpty();
        assertThat(check(Given.STRANGER, reaction, byBen)).contains(new Refusal.NotAMember());
    }

    @Test
    void refuseWhatSpeaksOfNoMessage() {
        Entry creation = at(AT, Given.removes(Given.ANN, Given.BEN));

        for (Content change : List.of(
                new MessageChange.Edit(AT, "x"),
                new MessageChange.Deletion(AT),
                new MessageChange.Reaction(AT, "👍", true))) {
            assertThat(check(Given.ANN, change, creation)).contains(new Refusal.NoSuchMessage());
            assertThat(rules.check(group, Given.changes(Given.ANN, change), Optional.empty(), Given.NOW))
                    .contains(new Refusal.NoSuchMessage());
        }
    }

    @Test
    void allowWhatSpeaksOfAnErasedMessage() {
        Entry erased = new Entry(byBen.envelope(), null);

        assertThat(check(Given.BEN, new MessageChange.Deletion(AT), erased)).isEmpty();
        assertThat(check(Given.ANN, new MessageChange.Reaction(AT, "👍", false), erased))
                .isEmpty();
    }

    @Test
    void endTheTimeOfEditsAtTheLimit() {
        int max = Given.settings().editEntriesMax();

        assertThat(editAfter(max - 1)).isEmpty();
        assertThat(editAfter(max)).isEmpty();
        assertThat(editAfter(max + 1)).contains(new Refusal.TooLateToEdit(max));
    }

    /** Whether Ann may edit her message so many positions later. */
    private Optional<Refusal> editAfter(int distance) {
        ConversationState later = Given.aConversationOf(distance);
        assertThat(later.head().next().value() - AT.value()).isEqualTo(distance);
        return rules.check(
                later, Given.changes(Given.ANN, new MessageChange.Edit(AT, "x")), Optional.of(byAnn), Given.NOW);
    }
}
