package io.parley.acceptance.crash;

import com.github.f4b6a3.uuid.UuidCreator;
import io.parley.kernel.ConversationId;
import io.parley.kernel.EntryId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A client that behaves as the public contract says, and writes down what it lives through. Pushes are hints to it: it
 * applies an entry only when it has the one before, and reads what it lacks from the log.
 *
 * <p>Thread-safe: what others call hands over to the client's own loop.
 */
final class ChatClient implements AutoCloseable {

    /** Far below what the contract asks for, so that a lost last push is noticed within a short test. */
    private static final Duration PING_PERIOD = Duration.ofSeconds(2);

    private final Rest rest;
    private final Recorder recorder;
    private final Loop loop;
    private final Link link;
    private final BackOff repeats;
    private final Outbox outbox = new Outbox();
    private final Map<ConversationId, Replica> replicas = new TreeMap<>();
    private final Catchup catchup;
    private @Nullable String resumeToken;

    /** @param seed of the client's jitter */
    ChatClient(Rest rest, long seed) {
        this.rest = rest;
        this.recorder = new Recorder(rest.user());
        this.loop = new Loop("client-" + rest.user());
        Random random = new Random(seed);
        this.repeats = new BackOff(random);
        this.link = new Link(rest, loop, new Wire(), new BackOff(random));
        this.catchup = new Catchup(rest, loop, new BackOff(random), this::apply);
    }

    UserId user() {
        return rest.user();
    }

    Rest rest() {
        return rest;
    }

    void connect() {
        loop.run(link::open);
        loop.every(PING_PERIOD, this::beat);
    }

    /** Made by this client, over REST, with these others. */
    ConversationId creating(List<ChatClient> others, Supplier<ConversationId> creation) {
        ConversationId made = creation.get();
        Set<UserId> members = Stream.concat(Stream.of(this), others.stream())
                .map(ChatClient::user)
                .collect(Collectors.toSet());
        recorder.add(new Event.Created(made, members));
        return made;
    }

    /** Makes a message with a new id; it goes out as soon as there is a connection, until it is resolved. */
    void send(ConversationId conversation, String text) {
        loop.run(() -> {
            EntryId id = new EntryId(UuidCreator.getTimeOrderedEpoch());
            Event.Sent message = new Event.Sent(conversation, id, text, System.nanoTime());
            recorder.add(message);
            outbox.add(message);
            flush();
        });
    }

    History history() {
        loop.rethrow();
        return recorder.history();
    }

    /** How far this client is, at one moment. */
    Progress progress() {
        loop.rethrow();
        CompletableFuture<Progress> progress = new CompletableFuture<>();
        loop.run(() -> progress.complete(new Progress(outbox.size(), applied())));
        return progress.join();
    }

    /** @param unresolved messages that were neither accepted nor refused */
    record Progress(int unresolved, Map<ConversationId, Seq> applied) {}

    private void beat() {
        link.cutIfSilent();
        if (link.isLive()) {
            link.send(Map.of("type", "ping", "digest", HeldDigest.of(applied())));
        }
    }

    private Map<ConversationId, Seq> applied() {
        Map<ConversationId, Seq> applied = new TreeMap<>();
        replicas.forEach((conversation, replica) -> applied.put(conversation, replica.applied()));
        return applied;
    }

    private void flush() {
        if (!link.isLive()) {
            return;
        }
        for (Optional<Event.Sent> next = outbox.next(); next.isPresent(); next = outbox.next()) {
            Event.Sent message = next.get();
            link.send(Map.of(
                    "type", "send",
                    "conversationId", message.conversation().toString(),
                    "id", message.id().toString(),
                    "content", Map.of("type", "text", "text", message.text())));
        }
    }

    private void accepted(EntryId id, Seq seq) {
        recorder.add(new Event.Acknowledged(id, seq, System.nanoTime()));
        repeats.reset();
        if (!outbox.resolve(id)) {
            throw new IllegalStateException("message " + id + " was answered twice, expected once per send");
        }
        flush();
    }

    private void refused(EntryId id, JsonNode problem) {
        int status = problem.required("status").asInt();
        if (status == 503 || status == 429) {
            repeatLater(id);
            return;
        }
        recorder.add(new Event.Refused(id, problem.required("type").asString()));
        outbox.resolve(id);
        flush();
    }

    private void repeatLater(EntryId id) {
        outbox.rest(id);
        loop.after(repeats.next(), () -> {
            outbox.wake(id);
            flush();
        });
    }

    private void heads(JsonNode frame) {
        frame.required("heads").properties().forEach(head -> {
            ConversationId conversation = ConversationId.parse(head.getKey());
            Seq seq = new Seq(head.getValue().asLong());
            replica(conversation, seq).raise(seq);
            catchup.start(conversation, replica(conversation, seq));
        });
        JsonNode token = frame.get("token");
        if (token != null) {
            resumeToken = token.asString();
        }
    }

    private void pushed(ConversationId conversation, LogEntry entry) {
        Replica replica = replica(conversation, entry.seq().plus(-1));
        apply(conversation, entry);
        catchup.start(conversation, replica);
    }

    private void apply(ConversationId conversation, LogEntry entry) {
        replica(conversation, entry.seq().plus(-1))
                .offer(entry)
                .forEach(turn -> recorder.add(new Event.Applied(conversation, turn)));
    }

    /** @param begin where to begin if the conversation is new to this client */
    private Replica replica(ConversationId conversation, Seq begin) {
        return replicas.computeIfAbsent(conversation, id -> {
            recorder.add(new Event.Began(conversation, begin));
            return new Replica(begin);
        });
    }

    private void resume() {
        link.send(resumeToken == null ? Map.of("type", "resume") : Map.of("type", "resume", "since", resumeToken));
    }

    @Override
    public void close() {
        loop.run(link::close);
        loop.close();
    }

    /** What comes over the socket. */
    private final class Wire implements Link.Owner {

        @Override
        public void authenticated() {
            resume();
            flush();
        }

        @Override
        public void disconnected() {
            recorder.add(new Event.Disconnected(System.nanoTime()));
            outbox.connectionLost();
        }

        @Override
        public void received(JsonNode frame) {
            switch (frame.required("type").asString()) {
                case "heads" -> heads(frame);
                case "entry" ->
                    pushed(
                            ConversationId.parse(
                                    frame.required("conversationId").asString()),
                            LogEntry.read(frame.required("entry")));
                case "accepted" ->
                    accepted(id(frame), new Seq(frame.required("seq").asLong()));
                case "refused" -> refused(id(frame), frame.required("problem"));
                case "unknown" -> {
                    recorder.add(new Event.Undecided(id(frame)));
                    repeatLater(id(frame));
                }
                // The heads could not be told, or frames were dropped: both are mended by asking again.
                case "problem" -> loop.after(repeats.next(), ChatClient.this::resume);
                case "resync" -> resume();
                case "conversation" ->
                    recorder.add(new Event.Told(ConversationId.parse(
                            frame.required("conversation").required("id").asString())));
                case "pong" -> {}
                default -> throw new IllegalStateException("the contract knows no frame " + frame.get("type"));
            }
        }

        private static EntryId id(JsonNode frame) {
            return EntryId.parse(frame.required("id").asString());
        }
    }
}
