package io.parley.acceptance.contact;

import static io.parley.acceptance.api.LiveSocket.ofType;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.acceptance.api.Answer;
import io.parley.acceptance.api.Forms.Message;
import io.parley.acceptance.api.Ids;
import io.parley.acceptance.api.LiveSocket;
import io.parley.acceptance.api.Person;
import io.parley.evidence.Verifies;
import io.parley.problem.ProblemType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Ann has blocked Bob, who tries everything: nothing new passes between the two, and all else goes on. */
@Verifies("USR-5")
class BlockedExchangeTest {

    private final Person ann = Person.registered();
    private final Person bob = Person.registered();
    private final LiveSocket anns = LiveSocket.of(ann);
    private final LiveSocket bobs = LiveSocket.of(bob);

    @AfterEach
    void close() {
        List.of(anns, bobs).forEach(LiveSocket::close);
    }

    private static Answer wants(Person creator, Person other) {
        return creator.api().post("/conversations", Map.of("type", "direct", "members", List.of(other.id())));
    }

    private static void refused(LiveSocket socket, String conversation) {
        String id = Ids.next();
        socket.sendMessage(conversation, id, "hello");
        JsonNode answer = socket.answerTo(id);
        assertThat(answer.get("type").asString()).isEqualTo("refused");
        assertThat(Answer.problem(answer.get("problem"))).isEqualTo(ProblemType.EXCHANGE_REFUSED);
    }

    private static JsonNode accepted(LiveSocket socket, String conversation, String id, String text) {
        int before = socket.received();
        socket.sendMessage(conversation, id, text);
        JsonNode answer = socket.await(
                before,
                LiveSocket.isAnswer().and(frame -> frame.get("id").asString().equals(id)));
        assertThat(answer.get("type").asString()).isEqualTo("accepted");
        return answer;
    }

    @Test
    void isRefusedByCallAndByFrameFromBothSides() {
        String conversation = ann.talksTo(bob).id();
        accepted(bobs, conversation, Ids.next(), "before");
        ann.blocks(bob);

        bob.sends(conversation, Ids.next(), "hello").expect(ProblemType.EXCHANGE_REFUSED);
        refused(bobs, conversation);
        ann.sends(conversation, Ids.next(), "hello").expect(ProblemType.EXCHANGE_REFUSED);
        refused(anns, conversation);

        assertThat(ann.looksAt(conversation).headSeq()).isEqualTo(2);
        anns.ping();
        assertThat(anns.frames())
                .filteredOn(ofType("entry")
                        .and(frame -> frame.at("/entry/kind").asString().equals("message")))
                .hasSize(1);
    }

    @Test
    void goesOnWhenTheBlockIsTakenBack() {
        String conversation = ann.talksTo(bob).id();
        ann.blocks(bob);
        refused(bobs, conversation);

        ann.unblocks(bob);

        String id = Ids.next();
        accepted(bobs, conversation, id, "again");
        anns.awaitEntry(id);
        ann.says(conversation, "welcome back");
    }

    @Test
    void needsBothToTakeBackWhatBothHaveBlocked() {
        String conversation = ann.talksTo(bob).id();
        ann.blocks(bob);
        bob.blocks(ann);

        ann.unblocks(bob);
        refused(anns, conversation);
        refused(bobs, conversation);
        bob.unblocks(ann);

        ann.says(conversation, "hello");
    }

    @Test
    void cannotBeginFromEitherSide() {
        ann.blocks(bob);

        wants(bob, ann).expect(ProblemType.EXCHANGE_REFUSED);
        wants(ann, bob).expect(ProblemType.EXCHANGE_REFUSED);
        assertThat(ann.lists("").conversations()).isEmpty();
        ann.unblocks(bob);
        wants(bob, ann).expect(201);
    }

    @Test
    void leavesWhatWasSaidToBeFoundAndRead() {
        String conversation = ann.talksTo(bob).id();
        Message message = bob.says(conversation, "remember");
        ann.blocks(bob);

        for (Person person : List.of(ann, bob)) {
            assertThat(person.readsMessages(conversation, "").messages()).containsExactly(message);
            assertThat(person.looksAt(conversation).headSeq()).isEqualTo(2);
            person.marks(conversation, Map.of("read", 2)).expect(204);
        }
        assertThat(wants(bob, ann).expect(200).text("/id")).isEqualTo(conversation);
        assertThat(wants(ann, bob).expect(200).text("/id")).isEqualTo(conversation);
    }

    @Test
    void leavesGroupsAndOthersAlone() {
        Person cat = Person.registered();
        String group = ann.gathers(bob, cat).id();
        String withCat = bob.talksTo(cat).id();
        ann.blocks(bob);

        bob.says(group, "to all");
        String id = Ids.next();
        accepted(bobs, group, id, "to all");
        anns.awaitEntry(id);
        accepted(bobs, withCat, Ids.next(), "hello");
        bob.gathers(ann, cat);
        cat.talksTo(ann);
    }

    /** It was accepted once, so it is accepted in the same place for ever; a client that lost the answer has to learn it. */
    @Test
    @Verifies({"USR-5", "MSG-17", "INV-4"})
    void doesNotRefuseTheRepeatOfWhatWasAcceptedBefore() {
        String conversation = ann.talksTo(bob).id();
        String id = Ids.next();
        Answer first = bob.sends(conversation, id, "before").expect(201);
        long seq = first.json().get("seq").asLong();
        ann.blocks(bob);

        assertThat(bob.sends(conversation, id, "before").expect(200).body()).isEqualTo(first.body());
        assertThat(accepted(bobs, conversation, id, "before").get("seq").asLong())
                .isEqualTo(seq);
        bob.sends(conversation, id, "other words").expect(ProblemType.ID_IN_USE);
        String later = Ids.next();
        bob.sends(conversation, later, "after").expect(ProblemType.EXCHANGE_REFUSED);
        ann.unblocks(bob);
        // Refused, so not written: the same id may be sent anew.
        bob.sends(conversation, later, "after").expect(201);
    }

    @Test
    @Verifies({"USR-5", "QG-7"})
    void tellsStrangersNothing() {
        Person eve = Person.registered();
        String conversation = ann.talksTo(bob).id();
        ann.blocks(eve);

        eve.sends(conversation, Ids.next(), "hello").expect(ProblemType.NOT_FOUND);
    }
}
