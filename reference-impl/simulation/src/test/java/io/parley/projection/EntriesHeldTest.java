package io.parley.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Verifies;
import io.parley.kernel.ConversationId;
import io.parley.log.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A node keeps, and applies at the same time, what its bounds leave room for, and reads the rest. */
@Verifies("INV-7")
class EntriesHeldTest {

    private final World world = new World();
    private final Node node = world.node();
    private final ConversationId conversation = node.creates();

    /** Else one that is never silent would keep what is applied, and read what is not. */
    @Test
    void keepsOnlyWhatIsNotAppliedYet() {
        long reads = node.reads(conversation);
        world.heads.hold();
        node.sendsSeveral(conversation, 5);
        world.pass(World.COALESCE);
        node.sends(conversation, "while the others are applied");
        world.heads.release();
        world.settle();
        assertThat(world.heads.head(conversation)).isEqualTo(6);

        node.sendsSeveral(conversation, 4);
        world.pass(World.COALESCE);
        assertThat(world.heads.head(conversation)).isEqualTo(11);
        assertThat(node.reads(conversation)).isEqualTo(reads);
    }

    /** Else each try would read again. */
    @Test
    void keepsWhatCouldNotBeAppliedWhileThereIsRoomForOthers() {
        long reads = node.reads(conversation);
        node.sendsSeveral(conversation, 4);
        world.heads.fail(3);
        world.pass(Duration.ofSeconds(5));

        assertThat(world.heads.head(conversation)).isEqualTo(5);
        assertThat(node.reads(conversation)).isEqualTo(reads);
    }

    @Test
    @Verifies({"INV-7", "MSG-4"})
    void leavesOthersRoomToKeepTheirsAlsoWhileSomeCannotBeApplied() {
        List<ConversationId> stuck = List.of(conversation, node.creates(), node.creates());
        ConversationId other = node.creates();
        stuck.forEach(each -> {
            world.heads.refuse(each);
            sendLarge(each);
            world.pass(World.COALESCE.multipliedBy(2));
        });

        isAppliedWithoutReading(other);

        world.heads.refuseNone();
        world.pass(World.COALESCE.multipliedBy(2));
        assertThat(stuck).allSatisfy(each -> assertThat(world.heads.head(each)).isEqualTo(7));
    }

    /** The sender is told of no success, so nothing may come that would apply it. */
    @Test
    @Verifies({"INV-7", "MSG-4"})
    void keepsNothingThatAProjectionThrewOn() {
        ConversationId other = node.creates();
        world.heads.beginToThrowOnExpect();
        assertThat(node.sends(conversation, "one")).isInstanceOf(Outcome.Unknown.class);
        sendLarge(conversation);
        world.heads.expectAgain();

        isAppliedWithoutReading(other);
    }

    @Test
    @Verifies({"INV-7", "MSG-4"})
    void appliesEveryEntryAlsoWhenOthersLeaveNoRoomToKeepIt() {
        ConversationId other = node.creates();
        isAppliedWithoutReading(conversation);

        long reads = node.reads(other);
        world.heads.refuse(conversation);
        sendLarge(conversation);
        sendLarge(other);
        world.pass(World.COALESCE);
        assertThat(world.heads.head(other)).isEqualTo(7);
        assertThat(node.reads(other)).isGreaterThan(reads);

        world.heads.refuseNone();
        world.pass(World.COALESCE.multipliedBy(2));
        assertThat(world.heads.head(conversation)).isEqualTo(13);
    }

    /** What is said in it, large as it is, was kept until its turn came. */
    private void isAppliedWithoutReading(ConversationId created) {
        long reads = node.reads(created);
        sendLarge(created);
        world.pass(World.COALESCE);
        assertThat(world.heads.head(created)).isEqualTo(7);
        assertThat(node.reads(created)).isEqualTo(reads);
    }

    /** As many as take more than half of the room for all. */
    private void sendLarge(ConversationId to) {
        for (int i = 0; i < 6; i++) {
            node.sends(to, "x".repeat(World.BACKLOG_BYTES_MAX / 22));
        }
    }

    /** By their size, and not as the largest, of which one step takes all the room. */
    @Test
    @Verifies({"INV-7", "MSG-4"})
    void appliesSeveralConversationsAtTheSameTimeWhoseEntriesAreAtHand() {
        assertThat(appliedAtTheSameTime(2, "message")).isEqualTo(2);
    }

    @Test
    @Verifies({"INV-7", "MSG-4"})
    void appliesNotAnyNumberOfConversationsAtTheSameTimeHoweverLittleIsSaid() {
        int conversations = 20;
        assertThat(appliedAtTheSameTime(conversations, "x")).isBetween(2, conversations - 1);
    }

    /** As large as in the log, where a Latin letter takes half of what it may take in memory. */
    @Test
    @Verifies({"INV-7", "MSG-4"})
    void appliesAtTheSameTimeWhatIsNoLargerTogetherThanAllStepsMayBe() {
        assertThat(appliedAtTheSameTime(2, "x".repeat(World.STEP_ENTRY_BYTES_MAX / 3)))
                .isEqualTo(2);
    }

    /** In the log such a character takes three bytes, in memory two. */
    @Test
    @Verifies({"INV-7", "MSG-4"})
    void appliesOneAfterTheOtherWhatIsLargerTogetherThanAllStepsMayBe() {
        assertThat(appliedAtTheSameTime(2, "語".repeat(World.STEP_ENTRY_BYTES_MAX / 7)))
                .isEqualTo(1);
    }

    /** Of so many conversations with a whole step each of such texts. */
    private int appliedAtTheSameTime(int conversations, String text) {
        List<ConversationId> all =
                Stream.generate(node::creates).limit(conversations).toList();
        world.heads.hold();
        for (ConversationId each : all) {
            for (int i = 0; i < World.STEP_ENTRIES; i++) {
                node.sends(each, text);
            }
        }
        world.pass(World.COALESCE);
        return world.heads.held();
    }
}
