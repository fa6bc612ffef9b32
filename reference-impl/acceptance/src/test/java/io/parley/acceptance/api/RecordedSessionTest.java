package io.parley.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.acceptance.api.SocketDocument.Side;
import io.parley.evidence.ProofLog;
import io.parley.evidence.RuleProof;
import io.parley.evidence.Verifies;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A session of two people, recorded frame by frame and then held against the AsyncAPI document, as it was and spoilt. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Verifies({"API-1", "QG-8"})
class RecordedSessionTest {

    private static final String RULE = "frames fit the AsyncAPI document";

    /** A frame and who sent it. */
    private record Sent(Side side, JsonNode frame) {}

    private final List<Sent> session = new ArrayList<>();

    @BeforeAll
    void record() {
        Person ann = Person.registered();
        Person bob = Person.registered();
        try (LiveSocket anns = LiveSocket.of(ann);
                LiveSocket bobs = LiveSocket.of(bob)) {
            String conversation = ann.talksTo(bob).id();
            String id = Ids.next();
            say(anns, Map.of("type", "resume"));
            say(anns, Map.of("type", "ping", "digest", "0123456789abcdef"));
            say(anns, message(conversation, id));
            bobs.awaitEntry(id);
            anns.answerTo(id);
            say(bobs, message(conversation, id));
            bobs.answerTo(id);
            bobs.send("{\"type\":\"nonsense\"}");
            bobs.await(LiveSocket.ofType("problem"));
            anns.ping();
            anns.frames().forEach(frame -> session.add(new Sent(Side.SERVER, frame)));
            bobs.frames().forEach(frame -> session.add(new Sent(Side.SERVER, frame)));
        }
    }

    private void say(LiveSocket socket, Map<String, ?> frame) {
        session.add(new Sent(Side.CLIENT, Json.read(Json.text(frame))));
        socket.send(frame);
    }

    private static Map<String, ?> message(String conversation, String id) {
        return Map.of(
                "type",
                "send",
                "conversationId",
                conversation,
                "id",
                id,
                "content",
                Map.of("type", "text", "text", id));
    }

    @Test
    void fitsTheDocument() {
        assertThat(session)
                .extracting(sent -> sent.frame().get("type").asString())
                .contains("resume", "ping", "send", "authenticated", "heads", "accepted", "refused", "entry")
                .contains("conversation", "problem", "pong");
        assertThat(session).allSatisfy(sent -> SocketDocument.committed().hold(sent.side(), sent.frame()));
    }

    @Test
    void isNoticedWithATypeThatDoesNotExist() {
        spoilt("an unknown type", Side.SERVER, "pong", frame -> frame.put("type", "pang"));
        spoilt("an unknown type from a client", Side.CLIENT, "ping", frame -> frame.put("type", "pang"));
    }

    @Test
    void isNoticedWithAFrameOfTheWrongSide() {
        spoilt("a client's frame from the server", Side.SERVER, "pong", frame -> frame.put("type", "ping"));
    }

    @Test
    void isNoticedWithoutAMember() {
        spoilt("a missing member", Side.SERVER, "accepted", frame -> frame.without("seq"));
        spoilt("a missing member in a shared schema", Side.SERVER, "entry", frame -> within(frame, "entry", "ordinal"));
        spoilt("a missing member from a client", Side.CLIENT, "send", frame -> frame.without("content"));
    }

    @Test
    void isNoticedWithAMemberOfAnotherType() {
        spoilt("a number as text", Side.SERVER, "accepted", frame -> frame.put("seq", "3"));
        spoilt(
                "a time without milliseconds",
                Side.SERVER,
                "pong",
                frame -> frame.put("serverTime", "2026-11-20T08:30:00Z"));
        spoilt("an id that is none", Side.CLIENT, "send", frame -> frame.put("id", "1"));
    }

    @Test
    void isNoticedWithAMemberThatIsNotDescribed() {
        spoilt("an extra member", Side.SERVER, "pong", frame -> frame.put("node", "a"));
        spoilt("an extra member in a shared schema", Side.SERVER, "conversation", frame -> {
            ((ObjectNode) frame.get("conversation")).put("node", "a");
            return frame;
        });
    }

    @Test
    void isNoticedWithAProblemThatTheFrameDoesNotCarry() {
        spoilt("a problem of other frames", Side.SERVER, "problem", frame -> {
            ObjectNode problem = (ObjectNode) frame.get("problem");
            problem.remove("errors");
            problem.remove("detail");
            problem.put("type", "urn:parley:problem:username-taken");
            problem.put("title", "The username is taken");
            problem.put("status", 409);
            return frame;
        });
    }

    private static ObjectNode within(ObjectNode frame, String part, String member) {
        ((ObjectNode) frame.get(part)).remove(member);
        return frame;
    }

    private void spoilt(String what, Side side, String type, UnaryOperator<ObjectNode> edit) {
        JsonNode frame = session.stream()
                .filter(sent -> sent.side() == side
                        && sent.frame().get("type").asString().equals(type))
                .map(Sent::frame)
                .findFirst()
                .orElseThrow();
        boolean caught = false;
        try {
            SocketDocument.committed().hold(side, edit.apply((ObjectNode) frame.deepCopy()));
        } catch (AssertionError noticed) {
            caught = true;
        }
        ProofLog.add(new RuleProof(RULE, what, caught));
        assertThat(caught).as(what).isTrue();
    }
}
