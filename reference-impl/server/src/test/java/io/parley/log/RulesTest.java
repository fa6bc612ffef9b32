package io.parley.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Verifies;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@Verifies("INV-5")
class RulesTest {

    private final Rules rules = new Rules(Given.settings());
    private final ConversationState conversation = Given.aConversationOf(1);

    @Test
    void letMembersWrite() {
        assertThat(check(conversation, Given.message(Given.anyId(), Given.BEN, "hi")))
                .isEmpty();
    }

    @Test
    @Verifies({"INV-5", "QG-7"})
    void refuseASenderOutsideTheConversation() {
        assertThat(check(conversation, Given.message(Given.anyId(), Given.STRANGER, "hi")))
                .contains(new Refusal.NotAMember());
    }

    @Test
    @Verifies({"INV-5", "QG-7"})
    void tellNoDifferenceBetweenForeignAndMissingConversations() {
        Command command = Given.message(Given.anyId(), Given.STRANGER, "hi");

        assertThat(check(Given.nothing(), command)).isEqualTo(check(conversation, command));
    }

    @Test
    void allowACreationOnlyAsTheFirstEntry() {
        assertThat(check(Given.nothing(), Given.creation())).isEmpty();
        assertThat(check(conversation, Given.creation())).contains(new Refusal.IdInUse());
    }

    @Test
    @Verifies("API-2")
    void refuseTimesBeyondTheSkewAndAllowThemUpToIt() {
        Instant latest = Given.NOW.plus(Given.SKEW);
        Refusal skew = new Refusal.ClockSkew(Given.NOW);

        assertThat(check(conversation, sentAt(latest))).isEmpty();
        assertThat(check(conversation, sentAt(latest.plusMillis(1)))).contains(skew);
        assertThat(check(conversation, Given.message(Given.idAt(latest), Given.ANN, "x")))
                .isEmpty();
        assertThat(check(conversation, Given.message(Given.idAt(latest.plusMillis(1)), Given.ANN, "x")))
                .contains(skew);
    }

    private static Command sentAt(Instant time) {
        return new Command(Given.anyId(), Given.ANN, new Content.Text("x"), time);
    }

    private Optional<Refusal> check(ConversationState state, Command command) {
        return rules.check(state, command, Optional.empty(), Given.NOW);
    }
}
