package io.parley.acceptance.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.acceptance.api.Answer;
import io.parley.acceptance.api.Forms.Block;
import io.parley.acceptance.api.Ids;
import io.parley.acceptance.api.Person;
import io.parley.acceptance.conversation.Crowd;
import io.parley.evidence.Verifies;
import io.parley.limits.Limits;
import io.parley.problem.ProblemType;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** {@code /users/me/blocks}: one's own list, and nobody else's. */
@Verifies("USR-5")
class BlocksTest {

    private static final int MAX = Limits.packaged().contact().blocksMax();

    private final Person ann = Person.registered();
    private final Person bob = Person.registered();

    private static List<String> ids(Person person) {
        return person.seesBlocks().stream().map(block -> block.user().id()).toList();
    }

    @Test
    void areListedNewestFirst() {
        Person cat = Person.registered();
        assertThat(ann.seesBlocks()).isEmpty();

        ann.blocks(bob);
        ann.blocks(cat);

        assertThat(ids(ann)).containsExactly(cat.id(), bob.id());
        Block block = ann.seesBlocks().get(1);
        assertThat(block.user().username()).isEqualTo(bob.username());
        assertThat(block.since()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    }

    @Test
    void areMadeAndTakenBackOnceHoweverOftenTheyAreAskedFor() {
        ann.blocks(bob);
        List<Block> first = ann.seesBlocks();
        ann.blocks(bob);
        assertThat(ann.seesBlocks()).isEqualTo(first);

        ann.unblocks(bob);
        ann.unblocks(bob);
        assertThat(ann.seesBlocks()).isEmpty();
    }

    @Test
    @Verifies({"USR-5", "QG-7"})
    void areNobodyElsesToSee() {
        ann.blocks(bob);

        assertThat(bob.seesBlocks()).isEmpty();
        bob.api().get("/users/" + ann.id() + "/blocks").expect(ProblemType.NOT_FOUND);
        bob.api().get("/users/me/blocks/" + ann.id()).expect(ProblemType.METHOD_NOT_ALLOWED);
        // Nor to take back.
        bob.unblocks(ann);
        assertThat(ids(ann)).containsExactly(bob.id());
    }

    @Test
    @Verifies({"USR-5", "API-2"})
    void areOfOthersWhoExist() {
        ann.asksToBlock(ann.id()).expectInvalid("userId");
        for (String nobody : List.of(Ids.next(), "x", "me", bob.id().toUpperCase(Locale.ROOT), bob.id() + "0")) {
            ann.asksToBlock(nobody).expect(ProblemType.NOT_FOUND);
        }
        for (String impossible : List.of("x", bob.id().toUpperCase(Locale.ROOT), bob.id() + "0")) {
            ann.asksToUnblock(impossible).expect(ProblemType.NOT_FOUND);
        }
        ann.asksToUnblock(Ids.next()).expect(204);
        ann.asksToUnblock(ann.id()).expect(204);
        assertThat(ann.seesBlocks()).isEmpty();
    }

    @Test
    void goWithTheAccount() throws SQLException {
        String gone = Crowd.of(1).get(0);
        ann.asksToBlock(gone).expect(204);
        assertThat(ids(ann)).containsExactly(gone);

        Crowd.leaves(gone);

        assertThat(ann.seesBlocks()).isEmpty();
    }

    @Test
    @Verifies({"USR-5", "API-2"})
    void areLimitedInNumberAlsoWhenManyAreAskedForAtOnce() throws SQLException {
        List<String> crowd = Crowd.of(MAX + 8);
        List<Answer> answers = ann.api()
                .sendAll(crowd.stream()
                        .map(user -> ann.api()
                                .request("/users/me/blocks/" + user)
                                .method("PUT", java.net.http.HttpRequest.BodyPublishers.noBody()))
                        .toList());

        assertThat(answers).filteredOn(answer -> answer.status() == 204).hasSize(MAX);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 204)
                .hasSize(8)
                .allSatisfy(answer -> answer.expect(ProblemType.BLOCKS_FULL));
        List<String> blocked = ids(ann);
        assertThat(blocked).hasSize(MAX);
        // One that stands is no more; one that goes makes room.
        ann.asksToBlock(blocked.get(0)).expect(204);
        ann.asksToUnblock(blocked.get(0)).expect(204);
        ann.asksToBlock(bob.id()).expect(204);
        ann.asksToBlock(blocked.get(0)).expect(ProblemType.BLOCKS_FULL);
    }
}
