package io.parley.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Verifies;
import io.parley.kernel.ConversationId;
import io.parley.kernel.EntryId;
import io.parley.log.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** One node: markers come before entries and go after them, and what is committed is applied. */
@Verifies("INV-7")
class ProjectionsTest {

    private final World world = new World();
    private final World.Node node = world.node();
    private final ConversationId conversation = node.creates();

    @Test
    void announcesAConversationOnceWhileItIsActive() {
        node.sends(conversation, "one");
        node.sends(conversation, "two");

        assertThat(world.rows.markersPut()).isEqualTo(1);
        assertThat(world.rows.marked()).containsExactly(conversation);
    }

    @Test
    void writesNothingThatItCouldNotAnnounce() {
        world.time.pass(World.IDLE_AFTER.plusSeconds(2));
        world.rows.fallSilent();

        assertThat(node.sends(conversation, "unseen")).isInstanceOf(Outcome.Unavailable.class);
        world.rows.answerAgain();
        assertThat(node.sends(conversation, "seen"))
                .isInstanceOfSatisfying(
                        Outcome.Appended.class,
                        appended -> assertThat(appended.entry().seq().value()).isEqualTo(2));
    }

    @Test
    void appliesTheFirstEntryAtOnceAndThenOnceInAWhile() {
        assertThat(world.heads.head(conversation)).isEqualTo(1);

        for (int i = 0; i < 3; i++) {
            node.sends(conversation, "message " + i);
        }
        assertThat(world.heads.head(conversation)).isEqualTo(1);
        world.time.pass(World.COALESCE);

        assertThat(world.heads.head(conversation)).isEqualTo(4);
        assertThat(world.heads.steps()).hasSize(2);
    }

    @Test
    void appliesTheFirstEntryOfALargeGroupAtOnceTooAndThenLessOften() {
        int members = 8;
        ConversationId group = node.createsGroupOf(members);
        assertThat(world.heads.head(group)).isEqualTo(1);

        node.sends(group, "one");
        node.sends(group, "two");
        world.time.pass(World.COALESCE_MEMBER.multipliedBy(members).minusMillis(1));
        assertThat(world.heads.head(group)).isEqualTo(1);
        world.time.pass(Duration.ofMillis(1));

        assertThat(world.heads.head(group)).isEqualTo(3);
    }

    @Test
    void appliesEveryEntryInOrderAndOnceAlsoWhenThereAreMoreThanItKeeps() {
        for (int i = 0; i < 30; i++) {
            node.sends(conversation, "message " + i);
        }
        world.time.pass(World.COALESCE);

        assertThat(world.heads.steps().stream().flatMap(step -> step.stream()))
                .containsExactlyElementsOf(
                        java.util.stream.LongStream.rangeClosed(1, 31).boxed().toList());
    }

    @Test
    @Verifies({"INV-7", "MSG-4"})
    void appliesEveryEntryAlsoWhenOthersLeaveNoRoomToKeepIt() {
        ConversationId other = node.creates();
        int reads = world.log.reads(conversation);
        sendLarge(conversation);
        world.time.pass(World.COALESCE);
        assertThat(world.heads.head(conversation)).isEqualTo(7);
        assertThat(world.log.reads(conversation)).isEqualTo(reads);
        reads = world.log.reads(other);

        world.heads.refuse(conversation);
        sendLarge(conversation);
        sendLarge(other);
        world.time.pass(World.COALESCE);
        assertThat(world.heads.head(other)).isEqualTo(7);
        assertThat(world.log.reads(other)).isGreaterThan(reads);

        world.heads.refuseNone();
        world.time.pass(World.COALESCE.multipliedBy(2));
        assertThat(world.heads.head(conversation)).isEqualTo(13);
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
        int reads = world.log.reads(other);

        sendLarge(other);
        world.time.pass(World.COALESCE);
        assertThat(world.heads.head(other)).isEqualTo(7);
        assertThat(world.log.reads(other)).isEqualTo(reads);
    }

    @Test
    @Verifies({"INV-7", "MSG-4"})
    void leavesOthersRoomToKeepTheirsAlsoWhileSomeCannotBeApplied() {
        List<ConversationId> stuck = List.of(conversation, node.creates(), node.creates());
        ConversationId other = node.creates();
        stuck.forEach(each -> {
            world.heads.refuse(each);
            sendLarge(each);
            world.time.pass(World.COALESCE.multipliedBy(2));
        });
        int reads = world.log.reads(other);

        sendLarge(other);
        world.time.pass(World.COALESCE);
        assertThat(world.heads.head(other)).isEqualTo(7);
        assertThat(world.log.reads(other)).isEqualTo(reads);

        world.heads.refuseNone();
        world.time.pass(World.COALESCE.multipliedBy(2));
        assertThat(stuck).allSatisfy(each -> assertThat(world.heads.head(each)).isEqualTo(7));
    }

    /** Else each try would read again. */
    @Test
    void keepsWhatCouldNotBeAppliedWhileThereIsRoomForOthers() {
        int reads = world.log.reads(conversation);
        for (int i = 0; i < 4; i++) {
            node.sends(conversation, "message " + i);
        }
        world.heads.fail(3);
        world.time.pass(Duration.ofSeconds(5));

        assertThat(world.heads.head(conversation)).isEqualTo(5);
        assertThat(world.log.reads(conversation)).isEqualTo(reads);
    }

    /** By their size, and not as the largest, of which one step takes all the room. */
    @Test
    @Verifies({"INV-7", "MSG-4"})
    void appliesSeveralConversationsAtTheSameTimeWhoseEntriesAreAtHand() {
        ConversationId other = node.creates();
        world.heads.hold();
        for (int i = 0; i < 4; i++) {
            node.sends(conversation, "message " + i);
            node.sends(other, "message " + i);
        }
        world.time.pass(World.COALESCE);

        assertThat(world.heads.held()).isEqualTo(2);
    }

    /** As large as in the log, where a Latin letter takes half of what it may take in memory. */
    @Test
    @Verifies({"INV-7", "MSG-4"})
    void appliesAtTheSameTimeWhatIsNoLargerTogetherThanAllStepsMayBe() {
        assertThat(appliedAtTheSameTime("x".repeat(World.STEP_ENTRY_BYTES_MAX / 2 - 50)))
                .isEqualTo(2);
    }

    /** In the log such a character takes three bytes, in memory two. */
    @Test
    @Verifies({"INV-7", "MSG-4"})
    void appliesOneAfterTheOtherWhatIsLargerTogetherThanAllStepsMayBe() {
        assertThat(appliedAtTheSameTime("語".repeat(World.STEP_ENTRY_BYTES_MAX / 6 + 10)))
                .isEqualTo(1);
    }

    /** Of two conversations with a whole step each of such texts. */
    private int appliedAtTheSameTime(String text) {
        ConversationId other = node.creates();
        world.heads.hold();
        for (int i = 0; i < World.STEP_ENTRIES; i++) {
            node.sends(conversation, text);
            node.sends(other, text);
        }
        world.time.pass(World.COALESCE);
        return world.heads.held();
    }

    /** Else one that is never silent would keep what is applied, and read what is not. */
    @Test
    void keepsOnlyWhatIsNotAppliedYet() {
        int reads = world.log.reads(conversation);
        world.heads.hold();
        for (int i = 0; i < 5; i++) {
            node.sends(conversation, "message " + i);
        }
        world.time.pass(World.COALESCE);
        node.sends(conversation, "while the others are applied");
        world.heads.release();
        world.time.settle();
        assertThat(world.heads.head(conversation)).isEqualTo(6);

        for (int i = 0; i < 4; i++) {
            node.sends(conversation, "message " + i);
        }
        world.time.pass(World.COALESCE);
        assertThat(world.heads.head(conversation)).isEqualTo(11);
        assertThat(world.log.reads(conversation)).isEqualTo(reads);
    }

    /** As many as take more than half of the room for all. */
    private void sendLarge(ConversationId to) {
        for (int i = 0; i < 6; i++) {
            node.sends(to, "x".repeat(World.BACKLOG_BYTES_MAX / 22));
        }
    }

    /** So what waits for a slow store grows with the conversations in work and not with what is said in them. */
    @Test
    void appliesNothingMoreToAConversationUntilWhatIsUnderWayIsDone() {
        ConversationId other = node.creates();
        world.heads.hold();
        for (int i = 0; i < 5; i++) {
            node.sends(conversation, "message " + i);
            node.sends(other, "message " + i);
            world.time.pass(World.COALESCE);
        }
        assertThat(world.heads.held()).isEqualTo(2);

        world.heads.release();
        world.time.pass(World.COALESCE);
        assertThat(world.heads.head(conversation)).isEqualTo(6);
        assertThat(world.heads.head(other)).isEqualTo(6);
    }

    @Test
    void triesAgainWhileTheStoreDoesNotAnswer() {
        node.sends(conversation, "one");
        world.heads.fail(3);
        world.time.pass(Duration.ofSeconds(5));

        assertThat(world.heads.head(conversation)).isEqualTo(2);
    }

    @Test
    void dropsTheMarkerWhenAllIsAppliedAndItIsQuiet() {
        node.sends(conversation, "one");
        world.time.pass(World.IDLE_AFTER.minusSeconds(1));
        assertThat(world.rows.marked()).containsExactly(conversation);
        world.time.pass(Duration.ofSeconds(3));

        assertThat(world.rows.marked()).isEmpty();
    }

    @Test
    void keepsTheMarkerWhileSomethingIsLeftToApply() {
        node.sends(conversation, "one");
        world.heads.fail(Integer.MAX_VALUE);
        world.time.pass(World.IDLE_AFTER.multipliedBy(3));

        assertThat(world.rows.marked()).containsExactly(conversation);
    }

    @Test
    void announcesAnewAfterTheMarkerWasDropped() {
        world.time.pass(World.IDLE_AFTER.plusSeconds(2));
        assertThat(world.rows.marked()).isEmpty();
        node.sends(conversation, "again");

        assertThat(world.rows.marked()).containsExactly(conversation);
    }

    @Test
    void goesOnFromTheWatermarkThatItLeft() {
        node.sends(conversation, "one");
        world.time.pass(World.IDLE_AFTER.plusSeconds(5));
        world.heads.steps().clear();
        node.sends(conversation, "two");
        world.time.pass(World.COALESCE);

        assertThat(world.heads.steps()).containsExactly(java.util.List.of(3L));
    }

    @Test
    void savesWatermarksNowAndThenOfAConversationThatIsNeverSilent() {
        int entries = 5 * World.SAVE_ENTRIES;
        talk(entries);

        assertThat(world.rows.watermark(conversation, world.heads)).isGreaterThan(entries - World.SAVE_ENTRIES);
        assertThat(world.rows.saves()).isEqualTo(entries / World.SAVE_ENTRIES);
    }

    @Test
    void savesNoWatermarkBeforeWhatItCoversIsApplied() {
        world.heads.hold();
        talk(2 * World.SAVE_ENTRIES);
        assertThat(world.rows.watermark(conversation, world.heads)).isLessThanOrEqualTo(world.heads.head(conversation));

        world.heads.release();
        world.time.pass(World.COALESCE);
        assertThat(world.rows.watermark(conversation, world.heads)).isGreaterThan(World.SAVE_ENTRIES);
    }

    @Test
    void goesOnAndSavesLaterWhenAWatermarkWasNotSaved() {
        world.rows.beginToThrowOnSave();
        talk(2 * World.SAVE_ENTRIES);
        assertThat(world.heads.head(conversation)).isEqualTo(2 * World.SAVE_ENTRIES + 1);
        assertThat(world.rows.watermark(conversation, world.heads)).isZero();
        assertThat(world.rows.marked()).containsExactly(conversation);

        world.rows.answerAgain();
        talk(1);
        assertThat(world.rows.watermark(conversation, world.heads)).isEqualTo(2 * World.SAVE_ENTRIES + 2);
    }

    /** Each is applied on its own, and no pause is long enough to be idle. */
    private void talk(int messages) {
        for (int i = 0; i < messages; i++) {
            node.sends(conversation, "message " + i);
            world.time.pass(World.COALESCE);
        }
    }

    @Test
    void makesUpWhatAnotherNodeCommitted() {
        World.Node other = world.node();
        other.sends(conversation, "elsewhere");
        other.die();
        node.sends(conversation, "here");
        world.time.pass(World.COALESCE);

        assertThat(world.heads.head(conversation)).isEqualTo(3);
        assertThat(world.heads.steps().stream().flatMap(step -> step.stream())).contains(2L);
    }

    @Test
    @Verifies({"INV-7", "MSG-17"})
    void tellsNobodyBeforeAnAnnouncementStandsAgain() {
        world.log.afterNextWrite(node::stop);
        CompletableFuture<Outcome> outcome = node.send(conversation, world.newId(), "late");
        world.time.pass(World.LEASE.plusSeconds(1));
        world.rows.fallSilent();
        node.goOn();
        world.time.pass(Duration.ofSeconds(1));
        assertThat(outcome).isNotDone();

        world.rows.answerAgain();
        world.time.pass(Duration.ofSeconds(3));
        assertThat(outcome.getNow(new Outcome.Unknown())).isInstanceOf(Outcome.Appended.class);
    }

    @Test
    void leavesNothingBehindWhenItStops() {
        node.sends(conversation, "last words");
        CompletableFuture<?> stopped = node.projections.stop().toCompletableFuture();
        world.time.pass(World.COALESCE);

        assertThat(stopped).isCompleted();
        assertThat(world.heads.head(conversation)).isEqualTo(2);
        assertThat(world.rows.marked()).isEmpty();
        assertThat(world.rows.beats()).isEmpty();
    }

    @Test
    @Verifies({"INV-7", "MSG-17"})
    void tellsOfARepeatThatCameWhileSomethingEarlierWasApplied() {
        node.sends(conversation, "one");
        world.heads.hold();
        world.time.pass(World.COALESCE);

        EntryId id = world.newId();
        World.Node other = world.node();
        other.sends(conversation, id, "elsewhere");
        other.die();
        CompletableFuture<Outcome> repeat = node.send(conversation, id, "elsewhere");
        world.time.pass(Duration.ofMillis(100)); // For the lost race.
        assertThat(repeat.getNow(new Outcome.Unknown())).isInstanceOf(Outcome.Repeated.class);
        world.heads.release();
        world.time.pass(World.COALESCE);

        assertThat(world.heads.head(conversation)).isEqualTo(3);
        assertThat(node.repaired.stream()
                        .map(repaired -> repaired.state().head().value()))
                .containsExactly(3L);
    }

    @Test
    void stopsAlsoWhenMoreCameWhileSomethingWasApplied() {
        node.sends(conversation, "one");
        world.heads.hold();
        world.time.pass(World.COALESCE);
        node.sends(conversation, "two");
        CompletableFuture<?> stopped = node.projections.stop().toCompletableFuture();
        world.heads.release();
        world.time.pass(World.COALESCE);

        assertThat(world.heads.head(conversation)).isEqualTo(3);
        assertThat(stopped).isCompleted();
        assertThat(world.rows.marked()).isEmpty();
        assertThat(world.rows.beats()).isEmpty();
    }

    @Test
    void answersAndGoesOnWhenAStepOfTheLogThrows() {
        EntryId id = world.newId();
        world.log.throwNext(1);
        assertThat(node.sends(conversation, id, "proposed")).isInstanceOf(Outcome.Unknown.class);
        assertThat(node.sends(conversation, id, "proposed")).isInstanceOf(Outcome.Appended.class);

        ConversationId unread = world.node().creates();
        world.log.throwNext(1);
        assertThat(node.sends(unread, "not even read")).isInstanceOf(Outcome.Unavailable.class);
        assertThat(node.sends(unread, "read")).isInstanceOf(Outcome.Appended.class);
    }

    @Test
    void goesOnWhenEverythingElseThrowsForAWhile() {
        node.sends(conversation, "one");
        world.rows.beginToThrow();
        world.time.pass(World.IDLE_AFTER.plusSeconds(5));
        assertThat(node.sends(conversation, "unannounced")).isInstanceOf(Outcome.Unavailable.class);
        world.rows.answerAgain();
        world.time.pass(Duration.ofSeconds(1));
        long beat = world.rows.beats().get(0).beat();
        node.sends(conversation, "two");
        world.time.pass(World.IDLE_AFTER.plusSeconds(5));

        assertThat(world.heads.head(conversation)).isEqualTo(3);
        assertThat(world.rows.beats().get(0).beat()).isGreaterThan(beat);
        assertThat(world.rows.marked()).doesNotContain(conversation);
    }

    @Test
    void letsGoOfWhatIsIdleAlsoWhenKeepingItsWatermarkThrows() {
        node.sends(conversation, "one");
        world.time.pass(World.COALESCE);
        world.rows.beginToThrowOnSave();
        world.time.pass(World.IDLE_AFTER.plusSeconds(2));
        assertThat(world.rows.marked()).isEmpty();
        world.rows.answerAgain();
        CompletableFuture<?> stopped = node.projections.stop().toCompletableFuture();
        world.time.settle();

        // Nothing is held any more: one that had ended and stayed would keep the row, and never be announced again.
        assertThat(stopped).isCompleted();
        assertThat(world.rows.beats()).isEmpty();
    }

    @Test
    void dropsLaterTheMarkerThatItCouldNotDrop() {
        node.sends(conversation, "one");
        world.time.pass(World.COALESCE);
        world.rows.beginToThrowOnDrop();
        world.time.pass(World.SHARD.multipliedBy(2));
        assertThat(world.rows.marked()).containsExactly(conversation);

        world.rows.answerAgain();
        world.time.pass(Duration.ofSeconds(2));
        assertThat(world.rows.marked()).isEmpty();
        assertThat(world.rows.beats().get(0).firstShard()).isPositive();
    }

    @Test
    void leavesAConversationAnnouncedThatCameBackBeforeItsOldMarkerWasDropped() {
        node.sends(conversation, "one");
        world.rows.beginToThrowOnDrop();
        world.time.pass(World.IDLE_AFTER.plusSeconds(2));
        node.sends(conversation, "again");
        world.rows.answerAgain();
        world.time.pass(Duration.ofSeconds(2));

        assertThat(world.rows.marked()).containsExactly(conversation);
    }

    @Test
    void leavesAMarkerThatItNeverDroppedToItsSweeper() {
        node.sends(conversation, "one");
        world.rows.beginToThrowOnDrop();
        world.time.pass(World.SHARD.multipliedBy(3));
        node.die();
        world.rows.answerAgain();
        world.node();
        world.time.pass(World.DEAD_AFTER.plusSeconds(3));

        assertThat(world.rows.marked()).isEmpty();
    }
}
