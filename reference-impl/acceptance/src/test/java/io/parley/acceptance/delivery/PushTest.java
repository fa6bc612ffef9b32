package io.parley.acceptance.delivery;

import static io.parley.acceptance.api.LiveSocket.ofType;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.acceptance.api.Forms.Conversation;
import io.parley.acceptance.api.Ids;
import io.parley.acceptance.api.LiveSocket;
import io.parley.acceptance.api.Person;
import io.parley.evidence.Verifies;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** What the server sends unasked: every entry of every conversation, to every device of every member, and to nobody else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Verifies({"MSG-3", "MSG-17"})
class PushTest {

    private final Person ann = Person.registered();
    private final Person bob = Person.registered();
    private final Person eve = Person.registered();
    private final LiveSocket phone = LiveSocket.of(ann);
    private final LiveSocket laptop = LiveSocket.of(ann.onAnotherDevice());
    private final LiveSocket bobs = LiveSocket.of(bob);
    private final LiveSocket eves = LiveSocket.of(eve);

    @AfterAll
    void close() {
        Stream.of(phone, laptop, bobs, eves).forEach(LiveSocket::close);
    }

    @Test
    void showsANewConversationBeforeItsFirstEntry() {
        for (Conversation made : List.of(ann.gathers(bob, Person.registered()), ann.talksTo(bob))) {
            for (LiveSocket socket : List.of(phone, laptop, bobs)) {
                JsonNode entry = socket.await(entryOf(made.id()));
                JsonNode shown = socket.await(ofType("conversation")
                        .and(frame -> frame.at("/conversation/id").asString().equals(made.id())));

                assertThat(socket.frames().indexOf(shown))
                        .isLessThan(socket.frames().indexOf(entry));
                assertThat(entry.at("/entry/seq").asLong()).isEqualTo(1);
                assertThat(shown.at("/conversation/headSeq").asLong()).isEqualTo(1);
                assertThat(shown.get("conversation").has("members"))
                        .isEqualTo(made.type().equals("direct"));
                assertThat(shown.at("/conversation/memberCount").asInt()).isEqualTo(made.memberCount());
            }
        }
    }

    @Test
    void reachesEveryDeviceOfEveryMemberHoweverItWasSent() {
        String conversation = ann.talksTo(bob).id();
        String byRequest = ann.says(conversation, "by request").id();
        String byFrame = Ids.next();
        phone.sendMessage(conversation, byFrame, "by frame");

        List<JsonNode> entries = ann.readsEntries(conversation, "").entries();
        for (LiveSocket socket : List.of(phone, laptop, bobs)) {
            for (String id : List.of(byRequest, byFrame)) {
                JsonNode pushed = socket.awaitEntry(id);
                assertThat(pushed.get("conversationId").asString()).isEqualTo(conversation);
                phone.answerTo(byFrame);
                assertThat(ann.readsEntries(conversation, "").entries()).contains(pushed.get("entry"));
            }
        }
        assertThat(entries).isNotEmpty();
    }

    @Test
    @Verifies({"INV-6", "MSG-3"})
    void comesOnceAndInOrder() {
        String conversation = ann.gathers(bob, Person.registered()).id();
        int messages = 200;
        ann.api()
                .sendAll(Stream.generate(() -> ann.api()
                                .posting(
                                        "/conversations/" + conversation + "/messages",
                                        Person.message(Ids.next(), "hello")))
                        .limit(messages)
                        .toList())
                .forEach(answer -> answer.expect(201));

        for (LiveSocket socket : List.of(phone, laptop, bobs)) {
            socket.await(
                    entryOf(conversation).and(frame -> frame.at("/entry/seq").asLong() == messages + 1));
            assertThat(socket.frames().stream().filter(entryOf(conversation)).map(frame -> frame.at("/entry/seq")
                            .asLong()))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, messages + 1).boxed().toList());
        }
    }

    @Test
    @Verifies("QG-7")
    void reachesNobodyElse() {
        String foreign = ann.talksTo(bob).id();
        String own = eve.talksTo(ann).id();
        ann.says(foreign, "not for Eve");
        String last = ann.says(own, "for Eve").id();

        eves.awaitEntry(last);
        assertThat(eves.frames()).noneMatch(frame -> frame.toString().contains(foreign));
    }

    private static Predicate<JsonNode> entryOf(String conversation) {
        return ofType("entry")
                .and(frame -> frame.get("conversationId").asString().equals(conversation));
    }
}
