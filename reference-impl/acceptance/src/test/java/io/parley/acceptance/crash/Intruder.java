package io.parley.acceptance.crash;

import io.parley.acceptance.api.Answer;
import io.parley.acceptance.api.Ids;
import io.parley.acceptance.crash.Way.Outcome;
import io.parley.kernel.ConversationId;
import io.parley.problem.ProblemType;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;

/**
 * Somebody with an account and the ids of conversations of others, who tries again and again to get into them in every way,
 * and writes down what came of it and whatever is pushed.
 *
 * <p>Thread-safe: what others call hands over to the own loop.
 */
final class Intruder implements AutoCloseable {

    /** From the end of a try to the next one of the same way. */
    private static final Duration PAUSE = Duration.ofMillis(100);

    /** A try whose answer was lost with its frame, such as one that was written into a closing connection, is given up. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final String TEXT = "nobody asked me";

    private final Rest rest;
    private final List<ConversationId> targets;
    private final Recorder recorder;
    private final Loop loop;
    private final Link link;
    private final Random random;
    private final Map<Way, Try> open = new EnumMap<>(Way.class);

    /** @param id also of the message, where one is sent */
    private record Try(ConversationId target, String id) {}

    /** @param seed of what is tried where, and of the jitter */
    Intruder(Rest rest, List<ConversationId> targets, long seed) {
        this.rest = rest;
        this.targets = List.copyOf(targets);
        this.recorder = new Recorder(rest.user());
        this.loop = new Loop("intruder-" + rest.user());
        this.random = new Random(seed);
        this.link = new Link(rest, loop, new Wire(), new BackOff(random));
    }

    Rest rest() {
        return rest;
    }

    void start() {
        loop.run(link::open);
        for (Way way : Way.values()) {
            loop.run(() -> attempt(way));
        }
    }

    History history() {
        loop.rethrow();
        return recorder.history();
    }

    private void attempt(Way way) {
        ConversationId target = targets.get(random.nextInt(targets.size()));
        switch (way) {
            case SEND -> ask(way, target, rest.sending(target, Ids.next(), TEXT));
            case LOOK -> ask(way, target, rest.looking(target, ""));
            case READ_ENTRIES -> ask(way, target, rest.looking(target, "/entries"));
            case READ_MESSAGES -> ask(way, target, rest.looking(target, "/messages"));
            case SEND_BY_FRAME -> {
                String id = Ids.next();
                tell(
                        way,
                        new Try(target, id),
                        Map.of(
                                "type",
                                "send",
                                "conversationId",
                                target.toString(),
                                "id",
                                id,
                                "content",
                                Map.of("type", "text", "text", TEXT)));
            }
            case RESUME -> tell(way, new Try(target, Ids.next()), Map.of("type", "resume"));
        }
    }

    private void ask(Way way, ConversationId target, CompletableFuture<Answer> answer) {
        var unused = answer.whenComplete((answered, failure) -> loop.run(() -> {
            if (failure != null && failure.getCause() instanceof AssertionError wrong) {
                throw wrong;
            }
            end(way, target, failure == null ? outcome(answered) : Outcome.UNANSWERED);
        }));
    }

    private static Outcome outcome(Answer answer) {
        return answer.status() < 400 ? Outcome.LET_IN : outcome(answer.problem());
    }

    /** Any other refusal would tell a stranger something about the conversation. */
    private static Outcome outcome(ProblemType problem) {
        return switch (problem) {
            case NOT_FOUND -> Outcome.REFUSED;
            case STORE_UNAVAILABLE, OUTCOME_UNKNOWN, OVERLOADED, TOO_MANY_REQUESTS -> Outcome.UNANSWERED;
            default -> Outcome.LET_IN;
        };
    }

    private void tell(Way way, Try mine, Map<String, ?> frame) {
        if (!link.isLive()) {
            loop.after(PAUSE, () -> attempt(way));
            return;
        }
        open.put(way, mine);
        link.send(frame);
        loop.after(PATIENCE, () -> {
            if (mine.equals(open.get(way))) {
                end(way, mine.target(), Outcome.UNANSWERED);
            }
        });
    }

    private void end(Way way, ConversationId target, Outcome outcome) {
        open.remove(way);
        recorder.add(new Event.Tried(target, way, outcome));
        loop.after(PAUSE, () -> attempt(way));
    }

    private void endIfOpen(Way way, Outcome outcome) {
        Optional.ofNullable(open.get(way)).ifPresent(mine -> end(way, mine.target(), outcome));
    }

    @Override
    public void close() {
        loop.run(link::close);
        loop.close();
    }

    /** What comes over the socket. */
    private final class Wire implements Link.Owner {

        @Override
        public void authenticated() {}

        @Override
        public void disconnected() {
            recorder.add(new Event.Disconnected(System.nanoTime()));
            List.copyOf(open.keySet()).forEach(way -> endIfOpen(way, Outcome.UNANSWERED));
        }

        @Override
        public void received(JsonNode frame) {
            switch (frame.required("type").asString()) {
                case "accepted" -> answered(frame, Outcome.LET_IN);
                case "refused" -> answered(frame, outcome(Answer.problem(frame.required("problem"))));
                case "unknown" -> answered(frame, Outcome.UNANSWERED);
                case "heads" -> {
                    frame.required("heads").propertyNames().forEach(this::told);
                    if (frame.has("token")) {
                        endIfOpen(Way.RESUME, frame.required("heads").isEmpty() ? Outcome.REFUSED : Outcome.LET_IN);
                    }
                }
                case "problem" -> endIfOpen(Way.RESUME, outcome(Answer.problem(frame.required("problem"))));
                case "pong", "resync" -> {}
                case "conversation" ->
                    told(frame.required("conversation").required("id").asString());
                // Entries, marks and whatever else is about one conversation.
                default -> told(frame.required("conversationId").asString());
            }
        }

        private void answered(JsonNode frame, Outcome outcome) {
            Try mine = open.get(Way.SEND_BY_FRAME);
            if (mine != null && mine.id().equals(frame.required("id").asString())) {
                endIfOpen(Way.SEND_BY_FRAME, outcome);
            }
        }

        private void told(String conversation) {
            recorder.add(new Event.Told(ConversationId.parse(conversation)));
        }
    }
}
