package io.parley.acceptance.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.acceptance.api.Answer;
import io.parley.acceptance.api.Forms.Message;
import io.parley.acceptance.api.Ids;
import io.parley.acceptance.api.Json;
import io.parley.acceptance.api.LiveSocket;
import io.parley.acceptance.api.Person;
import io.parley.evidence.Verifies;
import io.parley.problem.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** {@code send}: every one is answered, once, with what a request would be answered. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SendByFrameTest {

    private final Person ann = Person.registered();
    private final Person bob = Person.registered();
    private final Person eve = Person.registered();
    private final String conversation = ann.talksTo(bob).id();
    private final LiveSocket anns = LiveSocket.of(ann);
    private final LiveSocket bobs = LiveSocket.of(bob);
    private final LiveSocket eves = LiveSocket.of(eve);

    @AfterAll
    void close() {
        List.of(anns, bobs, eves).forEach(LiveSocket::close);
    }

    @Test
    @Verifies({"MSG-3", "MSG-17"})
    void isAcceptedWithThePlaceInTheLog() {
        String id = Ids.next();
        anns.send(send(id, Map.of("sentAt", "2026-01-02T03:04:05.678Z")));
        JsonNode accepted = anns.answerTo(id);

        assertThat(accepted.get("type").asString()).isEqualTo("accepted");
        assertThat(accepted.get("conversationId").asString()).isEqualTo(conversation);
        long seq = accepted.get("seq").asLong();
        Message message = bob.readsMessages(conversation, "?after=" + (seq - 1) + "&limit=1")
                .messages()
                .get(0);
        assertThat(message.id()).isEqualTo(id);
        assertThat(message.author()).isEqualTo(ann.id());
        assertThat(message.sentAt()).isEqualTo("2026-01-02T03:04:05.678Z");
    }

    @Test
    @Verifies({"INV-4", "MSG-17"})
    void isAcceptedInTheSamePlaceAgain() {
        Message first = ann.says(conversation, "hello");
        int before = anns.received();
        anns.sendMessage(conversation, first.id(), "hello");

        JsonNode again = anns.await(before, LiveSocket.isAnswer());
        assertThat(again.get("type").asString()).isEqualTo("accepted");
        assertThat(again.get("seq").asLong()).isEqualTo(first.seq());
        bobs.sendMessage(conversation, first.id(), "hello");
        refused(bobs, first.id(), ProblemType.ID_IN_USE);
    }

    @Test
    @Verifies({"API-2", "MSG-17"})
    void isRefusedWithTheProblemOfARequest() {
        String id = Ids.next();
        anns.send(send(id, Map.of("content", Map.of("type", "text", "text", " "))));
        assertThat(refused(anns, id, ProblemType.INVALID_FIELD)
                        .at("/errors/0/name")
                        .asString())
                .isEqualTo("content.text");
        String noContent = Ids.next();
        anns.send(send(noContent, Map.of("content", 1)));
        refused(anns, noContent, ProblemType.INVALID_FIELD);
        Instant ahead = Instant.now().plus(Duration.ofHours(1));
        String idAhead = Ids.at(ahead);
        anns.send(send(idAhead, Map.of()));
        refused(anns, idAhead, ProblemType.CLOCK_SKEW);
        String sentAhead = Ids.next();
        anns.send(send(sentAhead, Map.of("sentAt", ahead.toString())));
        refused(anns, sentAhead, ProblemType.CLOCK_SKEW);
    }

    /** To a stranger's conversation, with another's id, and with ids and times from the future. */
    @Test
    @Verifies({"API-2", "QG-7"})
    void disturbsNobodyElseWhenItIsRefused() {
        Message first = ann.says(conversation, "before");
        bobs.awaitEntry(first.id());
        int before = bobs.received();
        Instant ahead = Instant.now().plus(Duration.ofHours(1));
        String toStrangers = Ids.next();
        String idAhead = Ids.at(ahead);
        String sentAhead = Ids.next();
        eves.send(send(toStrangers, Map.of()));
        anns.send(send(idAhead, Map.of()));
        anns.send(send(sentAhead, Map.of("sentAt", ahead.toString())));
        refused(eves, toStrangers, ProblemType.NOT_FOUND);
        refused(anns, idAhead, ProblemType.CLOCK_SKEW);
        refused(anns, sentAhead, ProblemType.CLOCK_SKEW);
        Message bobsOwn = bob.says(conversation, "mine");
        anns.sendMessage(conversation, bobsOwn.id(), "mine");
        refused(anns, bobsOwn.id(), ProblemType.ID_IN_USE);

        Message last = ann.says(conversation, "after");
        bobs.await(before, frame -> frame.at("/entry/id").asString().equals(last.id()));
        assertThat(bobs.frames().subList(before, bobs.received()))
                .filteredOn(LiveSocket.ofType("entry"))
                .extracting(frame -> frame.at("/entry/content/text").asString())
                .containsExactly("mine", "after");
        assertThat(List.of(anns, bobs, eves)).noneMatch(LiveSocket::isClosed);
    }

    @Test
    @Verifies("QG-7")
    void tellsStrangersNothing() {
        String wellFormed = Ids.next();
        eves.send(send(wellFormed, Map.of()));
        JsonNode known = refused(eves, wellFormed, ProblemType.NOT_FOUND);
        String malformed = Ids.next();
        eves.send(send(malformed, Map.of("content", 1)));
        String elsewhere = Ids.next();
        eves.send(send(elsewhere, Map.of("conversationId", UUID.randomUUID().toString())));

        assertThat(refused(eves, malformed, ProblemType.NOT_FOUND)).isEqualTo(known);
        assertThat(refused(eves, elsewhere, ProblemType.NOT_FOUND)).isEqualTo(known);
        assertThat(ann.readsEntries(conversation, "?limit=200").entries())
                .noneMatch(entry -> entry.get("author").asString().equals(eve.id()));
    }

    @Test
    @Verifies({"MSG-17", "INV-4"})
    void isAnsweredOnceEachHoweverManyAreUnderWay() {
        List<String> ids = Stream.generate(Ids::next).limit(40).toList();
        int before = anns.received();
        ids.forEach(id -> anns.sendMessage(conversation, id, "one of many"));
        ids.forEach(id -> assertThat(anns.answerTo(id).get("type").asString()).isEqualTo("accepted"));
        anns.ping();

        assertThat(anns.frames().subList(before, anns.received()).stream()
                        .filter(LiveSocket.isAnswer())
                        .map(frame -> frame.get("id").asString()))
                .containsExactlyInAnyOrderElementsOf(ids);
    }

    private JsonNode refused(LiveSocket socket, String id, ProblemType expected) {
        JsonNode frame = socket.answerTo(id);
        assertThat(frame.get("type").asString()).as(frame.toString()).isEqualTo("refused");
        assertThat(Answer.problem(frame.get("problem"))).isEqualTo(expected);
        return frame.get("problem");
    }

    private String send(String id, Map<String, ?> members) {
        Map<String, Object> frame = new HashMap<>(Person.message(id, "hello"));
        frame.put("type", "send");
        frame.put("conversationId", conversation);
        frame.putAll(members);
        return Json.text(frame);
    }
}
