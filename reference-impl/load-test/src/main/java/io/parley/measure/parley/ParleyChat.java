package io.parley.measure.parley;

import io.parley.measure.net.Reactor;
import io.parley.measure.net.WebSocket;
import io.parley.measure.run.Chat;
import io.parley.measure.run.Room;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Parley as its clients see it. Each pings as the contract asks. */
public final class ParleyChat implements Chat, Client.Home {

    private static final int CONNECTING_MAX = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PING = Duration.ofSeconds(20);

    private final Reactor reactor = new Reactor();
    private final List<Client> clients = new ArrayList<>();
    private final List<String> conversations;
    private final SplittableRandom random = new SplittableRandom();
    private final Marks marks;
    private @Nullable Ear ear;
    private long nextPingNanos;
    private int nextToPing;

    /**
     * Connects all users, a few at a time.
     *
     * @param tokens of the users, by their index
     * @param conversations ids, by the index of their room
     * @param marking whether each client tells what it has applied
     * @throws IllegalStateException when a connection does not come about
     */
    public ParleyChat(
            URI address, List<String> tokens, List<String> conversations, boolean marking, Consumer<String> progress) {
        this.conversations = List.copyOf(conversations);
        this.marks = new Marks(conversations, marking);
        InetSocketAddress socket = new InetSocketAddress(address.getHost(), address.getPort());
        for (int user = 0; user < tokens.size(); user++) {
            Client client = new Client(user, tokens.get(user), this);
            client.opening(WebSocket.open(reactor, socket, "/ws", client));
            clients.add(client);
            if (clients.size() % CONNECTING_MAX == 0 || clients.size() == tokens.size()) {
                reactor.turnUntil(() -> clients.stream().allMatch(Client::isReady), PATIENCE);
            }
        }
        progress.accept(clients.size() + " connections");
        nextPingNanos = System.nanoTime() + PING.toNanos() / Math.max(1, clients.size());
    }

    @Override
    public void listen(Ear listener) {
        ear = listener;
    }

    @Override
    public void send(int message, int sender, Room room) {
        String id = MessageId.of(message, System.currentTimeMillis(), random).toString();
        clients.get(sender)
                .socket()
                .send("{\"type\":\"send\",\"conversationId\":\"" + conversations.get(room.index()) + "\",\"id\":\"" + id
                        + "\",\"content\":{\"type\":\"text\",\"text\":\"" + Words.TEXT + id + "\"}}");
    }

    @Override
    public void turn(long untilNanos) {
        long now = System.nanoTime();
        while (nextPingNanos - now <= 0) {
            clients.get(nextToPing).socket().send("{\"type\":\"ping\"}");
            nextToPing = (nextToPing + 1) % clients.size();
            nextPingNanos += PING.toNanos() / clients.size();
        }
        marks.send(now, clients);
        long next = Math.min(nextPingNanos - now, marks.nextNanos() - now);
        reactor.turn(untilNanos - now < next ? untilNanos : now + next);
    }

    @Override
    public void frame(Client client, PushedFrame frame, long atNanos) {
        Ear listener = ear;
        if (frame.type().equals("marks")) {
            marks.came();
        }
        if (listener == null) {
            return;
        }
        switch (frame.type()) {
            case "entry" -> {
                marks.applied(client.user(), frame.conversationId(), frame.seq(), atNanos);
                if (frame.kind().equals("message")) {
                    listener.received(client.user(), MessageId.number(frame.id()), frame.seq(), atNanos);
                }
            }
            case "accepted" -> listener.accepted(MessageId.number(frame.id()), frame.seq(), atNanos);
            case "refused", "unknown" ->
                listener.refused(MessageId.number(frame.id()), frame.type() + " " + frame.problem());
            case "resync", "problem" -> listener.broken(client.user(), frame.type() + " " + frame.problem());
            default -> {
                // Heads, pongs, marks: no part of what is measured.
            }
        }
    }

    @Override
    public void broken(int user, String why) {
        if (ear == null) {
            throw new IllegalStateException("connection " + user + " " + why);
        }
        ear.broken(user, why);
    }

    @Override
    public Traffic traffic() {
        Traffic reports = new Traffic(0, 0, 0, 0, marks.in(), marks.out());
        return clients.stream().map(Client::traffic).reduce(reports, Traffic::plus);
    }

    @Override
    public void close() {
        reactor.close();
    }
}
