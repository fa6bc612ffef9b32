package io.parley.simulation.planted;

import java.util.List;

/** Errors that delivery, sync and what they read from might have. */
final class DeliveryErrors {

    private static final String DELIVERED = "INV-7 Delivered";

    static final List<Planted> ALL = List.of(
            new Planted(
                    "reads the heads before it subscribes",
                    DELIVERED,
                    List.of(
                            new Planted.Edit(
                                    "delivery/FrameHandler", "connections.subscribe(connection, caller.user());", ""),
                            new Planted.Edit(
                                    "delivery/FrameHandler",
                                    "return heads.resume(connection, caller.user(), (ClientFrame.Resume) frame);",
                                    """
                                    return heads.resume(connection, caller.user(), (ClientFrame.Resume) frame)
                                            .whenComplete((done, failure) ->
                                                    connections.subscribe(connection, caller.user()));"""))),
            Planted.of("drops frames without a resync", DELIVERED, "delivery/Connection", "send(RESYNC);", ""),
            Planted.of(
                    "never counts down what has left",
                    DELIVERED,
                    "delivery/Connection",
                    "pendingBytes -= bytes;",
                    "pendingBytes -= 0;"),
            Planted.of(
                    "writes what a step sends only while nothing waits to leave",
                    DELIVERED,
                    "delivery/Connection",
                    "toWrite.size() == 1",
                    "pendingBytes == frame.bytes()"),
            Planted.of(
                    "pushes to the author alone",
                    DELIVERED,
                    "delivery/EntryPusher",
                    ".flatMap(member -> connections.of(member).stream())",
                    """
                    .filter(committed.entries().get(0).envelope().author()::equals)
                    .flatMap(member -> connections.of(member).stream())"""),
            Planted.of(
                    "answers a ping without comparing the digest",
                    DELIVERED,
                    "delivery/HeadsAnswers",
                    "ping.digest().isEmpty()",
                    "true"),
            Planted.of(
                    "does not say how many conversations a user has",
                    "INV-7 Delivered",
                    "delivery/HeadsAnswers",
                    "token, heads.count()",
                    "token"),
            Planted.of(
                    "sends the last part of the heads only",
                    DELIVERED,
                    "delivery/HeadsAnswers",
                    "frames.forEach(full -> connection.send(new ServerFrame.Heads(full, null)));",
                    ""),
            Planted.of(
                    "never gives a request's place back",
                    DELIVERED,
                    "delivery/FrameHandler",
                    ".whenComplete((done, failure) -> connection.end());",
                    ";"),
            Planted.of(
                    "forgets a connection of another device of the user",
                    DELIVERED,
                    "delivery/Connections",
                    "Set<Connection> all = present == null ? new CopyOnWriteArraySet<>() : present;",
                    "Set<Connection> all = new CopyOnWriteArraySet<>();"),
            Planted.of(
                    "begins a page one entry late",
                    "INV-3 Durable|" + DELIVERED,
                    "conversation/Span",
                    "request.bound() + 1",
                    "request.bound() + 2"),
            Planted.of(
                    "reads heads from memory, whatever other nodes wrote",
                    "INV-3 Durable",
                    "log/ConversationLog",
                    "return parts.loader().fresh(conversation);",
                    "return parts.loader().current(conversation);"));

    private DeliveryErrors() {}
}
