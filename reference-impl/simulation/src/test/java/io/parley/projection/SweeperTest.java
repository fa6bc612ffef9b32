package io.parley.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Verifies;
import io.parley.kernel.ConversationId;
import io.parley.kernel.EntryId;
import io.parley.log.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Several nodes: what one leaves another finishes, and who was only slow loses nothing. */
@Verifies({"INV-7", "MSG-17", "QG-2"})
class SweeperTest {

    private static final Duration NOTICED = World.DEAD_AFTER.plusSeconds(3);
    private static final int MARKERS_PER_PAGE = 256;

    private final World world = new World();
    private final Node node = world.node();
    private final Node other = world.node();

    @Test
    void appliesWhatADeadNodeAcknowledged() {
        List<ConversationId> left = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            ConversationId conversation = node.creates();
            left.add(conversation);
        }
        world.pass(World.COALESCE);
        left.forEach(conversation -> node.sends(conversation, "one"));
        left.forEach(conversation -> node.sends(conversation, "two"));
        node.die();
        world.pass(NOTICED);

        assertThat(left).allSatisfy(conversation -> assertThat(world.heads.head(conversation))
                .isEqualTo(3));
        assertThat(world.marked()).isEmpty();
        assertThat(world.beats()).hasSize(1);
        assertThat(other.repaired.stream().map(ConversationRepaired::conversation))
                .containsAll(left);
    }

    @Test
    void appliesFewEntriesAgainOfAConversationThatWasActiveForLong() {
        ConversationId conversation = node.creates();
        for (int i = 0; i < 10 * World.SAVE_ENTRIES; i++) {
            node.sends(conversation, "message " + i);
            world.pass(World.COALESCE);
        }
        node.sends(conversation, "last");
        node.die();
        world.heads.steps().clear();
        world.pass(NOTICED);

        assertThat(world.heads.head(conversation)).isEqualTo(10 * World.SAVE_ENTRIES + 2);
        assertThat(world.heads.steps().stream().mapToInt(List::size).sum()).isLessThanOrEqualTo(World.SAVE_ENTRIES + 1);
    }

    @Test
    void leavesANodeAloneThatRenews() {
        node.sends(node.creates(), "one");
        world.pass(Duration.ofMinutes(2));

        assertThat(world.beats()).hasSize(2).noneMatch(IncarnationStore.Beat::isDead);
        assertThat(node.repaired).isEmpty();
        assertThat(other.repaired).isEmpty();
    }

    @Test
    void waitsForTheStatedTimeBeforeItTakesANodeForDead() {
        node.pause(World.DEAD_AFTER.minusSeconds(1));
        world.pass(World.DEAD_AFTER.minusSeconds(1));
        assertThat(world.beats()).hasSize(2).noneMatch(IncarnationStore.Beat::isDead);

        world.pass(World.DEAD_AFTER);
        assertThat(world.beats()).hasSize(2).noneMatch(IncarnationStore.Beat::isDead);
    }

    @Test
    void findsAMarkerInAShardThatBeganAfterTheLastRenewal() {
        world.pass(World.SHARD.minusSeconds(1));
        node.incarnations.throwOn("renew");
        world.pass(Duration.ofSeconds(1));
        ConversationId conversation = node.creates();
        node.sends(conversation, "one");
        node.die();
        assertThat(world.beats())
                .filteredOn(beat -> beat.incarnation().equals(node.incarnation()))
                .extracting(IncarnationStore.Beat::lastShard)
                .containsExactly(0L);
        assertThat(node.places()).extracting(MarkerStore.Place::shard).containsExactly(1L);
        world.pass(NOTICED);

        assertThat(world.heads.head(conversation)).isEqualTo(2);
        assertThat(world.marked()).isEmpty();
    }

    @Test
    void keepsTheMarkerUntilAllIsApplied() {
        ConversationId conversation = node.creates();
        world.pass(World.COALESCE);
        node.sends(conversation, "one");
        node.die();
        world.heads.fail(Integer.MAX_VALUE);
        world.pass(NOTICED);
        assertThat(world.marked()).containsExactly(conversation);

        world.heads.fail(0);
        world.pass(World.RETRY_MAX.plusSeconds(1));
        assertThat(world.heads.head(conversation)).isEqualTo(2);
        assertThat(world.marked()).isEmpty();
    }

    @Test
    void repairsAllOthersWhenOneConversationCannotBeRepaired() {
        // The sore one stands on the first page of several, in the first shard of two, of the first dead node of two.
        List<Node> dying = world.inOrderOfTheirRows(node, world.node());
        Node first = dying.get(0);
        Node second = dying.get(1);
        List<ConversationId> left = new ArrayList<>();
        for (int i = 0; i < MARKERS_PER_PAGE + 10; i++) {
            left.add(first.creates());
        }
        world.heads.hold();
        left.forEach(conversation -> first.sends(conversation, "one"));
        ConversationId sore = left.remove(0);
        world.pass(World.SHARD);
        ConversationId later = first.creates();
        first.sends(later, "one");
        left.add(later);
        first.die();
        ConversationId elsewhere = second.creates();
        second.sends(elsewhere, "one");
        left.add(elsewhere);
        second.die();
        world.heads.lose();
        world.heads.refuse(sore);
        world.pass(NOTICED.multipliedBy(3));

        assertThat(left).allSatisfy(conversation -> assertThat(world.heads.head(conversation))
                .isEqualTo(2));
        assertThat(world.marked()).containsExactly(sore);
        assertThat(world.beats()).hasSize(2);
    }

    @Test
    void triesEverLessOftenToRepairOneConversationAndTheOthersOnce() {
        List<ConversationId> left = List.of(node.creates(), node.creates(), node.creates());
        world.pass(World.COALESCE);
        left.forEach(conversation -> node.sends(conversation, "one"));
        node.die();
        ConversationId sore = left.get(1);
        world.heads.refuse(sore);
        world.pass(NOTICED);
        int before = world.heads.refusals();
        int looks = 120;
        world.pass(World.settings().beat().multipliedBy(looks));

        // Waits are random up to their bound, so half of it in the mean.
        int expected = looks / (int) World.RETRY_MAX.toSeconds();
        assertThat(world.heads.refusals() - before).isBetween(expected, 4 * expected);
        assertThat(other.repaired.stream().map(ConversationRepaired::conversation))
                .doesNotContain(sore)
                .hasSizeLessThanOrEqualTo(2 * left.size());

        world.heads.refuseNone();
        world.pass(World.RETRY_MAX.plusSeconds(2));
        assertThat(world.heads.head(sore)).isEqualTo(2);
        assertThat(world.marked()).isEmpty();
        assertThat(world.beats()).hasSize(1);
    }

    @Test
    void declaresTheOthersDeadWhenOneCannotBeDeclared() {
        List<Node> dying = world.inOrderOfTheirRows(node, world.node());
        Node first = dying.get(0);
        Node second = dying.get(1);
        ConversationId conversation = second.creates();
        world.pass(World.COALESCE);
        second.sends(conversation, "one");
        first.die();
        second.die();
        other.incarnations.throwOn(
                call -> call.method().equals("declareDead") && call.arguments().contains(first.incarnation()));
        world.pass(NOTICED);

        assertThat(world.heads.head(conversation)).isEqualTo(2);
        assertThat(world.beats()).hasSize(2).noneMatch(IncarnationStore.Beat::isDead);
    }

    @Test
    void losesNothingOfANodeThatWasOnlySlow() {
        ConversationId conversation = node.creates();
        world.pass(World.COALESCE);
        node.log.onNextAnswer("append", () -> node.pause(NOTICED.plus(World.SOON)));
        CompletableFuture<Outcome> outcome = node.send(conversation, world.newId(), "before the stop");
        world.pass(NOTICED);
        assertThat(outcome).isNotDone();
        assertThat(world.beats()).hasSize(1);

        world.pass(World.SOON.multipliedBy(2));
        assertThat(outcome.getNow(new Outcome.Unknown())).isInstanceOf(Outcome.Appended.class);
        assertThat(world.marked()).containsExactly(conversation);
        node.die();
        world.pass(NOTICED);

        assertThat(world.heads.head(conversation)).isEqualTo(2);
        assertThat(world.marked()).isEmpty();
    }

    @Test
    void appliesAnEntryThatBecameDurableAfterTheSweepWhenItIsRepeated() throws Exception {
        ConversationId conversation = node.creates();
        EntryId id = world.newId();
        node.log.holdNext("append");
        CompletableFuture<Outcome> late = node.send(conversation, id, "late");
        world.settle();
        assertThat(late).isNotDone();
        node.die();
        world.pass(NOTICED);
        assertThat(world.beats()).hasSize(1);
        node.log.passOn();
        world.settle();
        assertThat(world.heads.head(conversation)).isEqualTo(1);

        CompletableFuture<Outcome> repeat = other.send(conversation, id, "late");
        world.pass(World.COALESCE);
        assertThat(repeat.getNow(new Outcome.Unknown())).isInstanceOf(Outcome.Repeated.class);
        assertThat(world.heads.head(conversation)).isEqualTo(2);
        assertThat(other.repaired.stream().map(ConversationRepaired::conversation))
                .contains(conversation);
    }
}
