package io.parley.measure.xmpp;

import io.parley.measure.net.Reactor;
import io.parley.measure.net.XmlStream;
import io.parley.measure.parley.MessageId;
import io.parley.measure.parley.Words;
import io.parley.measure.run.Chat;
import io.parley.measure.run.Room;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An XMPP server as its clients see it: messages between two. There are no positions; a recipient's order is that of each
 * sender's messages.
 */
public final class XmppChat implements Chat, XmppClient.Home {

    private static final int CONNECTING_MAX = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Reactor reactor = new Reactor();
    private final List<XmppClient> clients = new ArrayList<>();
    private final SplittableRandom random = new SplittableRandom();
    private @Nullable Ear ear;

    /**
     * Connects all users, a few at a time.
     *
     * @throws IllegalStateException when a connection does not come about
     */
    public XmppChat(InetSocketAddress address, int users, Consumer<String> progress) {
        for (int user = 0; user < users; user++) {
            XmppClient client = new XmppClient(user, this);
            client.opening(XmlStream.open(reactor, address, client));
            clients.add(client);
            if (clients.size() % CONNECTING_MAX == 0 || clients.size() == users) {
                reactor.turnUntil(() -> clients.stream().allMatch(XmppClient::isReady), PATIENCE);
            }
        }
        progress.accept(users + " connections");
    }

    @Override
    public void listen(Ear listener) {
        ear = listener;
    }

    @Override
    public void send(int message, int sender, Room room) {
        int recipient = room.member(0) == sender ? room.member(1) : room.member(0);
        String id = MessageId.of(message, System.currentTimeMillis(), random).toString();
        clients.get(sender).send(message, recipient, id, Words.TEXT + id);
    }

    @Override
    public void turn(long untilNanos) {
        reactor.turn(untilNanos);
    }

    @Override
    public void accepted(int message, long atNanos) {
        if (ear != null) {
            ear.accepted(message, 0, atNanos);
        }
    }

    @Override
    public void refused(int message, String why) {
        if (ear != null) {
            ear.refused(message, why);
        }
    }

    @Override
    public void received(int user, int message, long atNanos) {
        if (ear != null) {
            // Numbers grow with the sending; a place is a conversation with one sender.
            ear.received(user, message, message + 1L, atNanos);
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
        return clients.stream().map(XmppClient::traffic).reduce(Traffic.NONE, Traffic::plus);
    }

    @Override
    public void close() {
        reactor.close();
    }
}
