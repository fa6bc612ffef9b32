package io.parley.simulation.planted;

import java.util.List;

/** Errors that projections might have: what a dead node leaves to the others. */
final class ProjectionErrors {

    private static final String DELIVERED = "INV-7 Delivered";

    static final List<Planted> ALL = List.of(
            Planted.of(
                    "drops the marker before what it covers is applied",
                    DELIVERED + "|MSG-10 Marked",
                    "projection/Active",
                    "boolean busy = underWay || marker.isUnderWay();",
                    "boolean busy = false;"),
            Planted.of(
                    "tells senders although the announcement has lapsed",
                    DELIVERED,
                    "log/Coverage",
                    "if (present != null && covers(present, committed, repeats)) {",
                    "if (present == null || covers(present, committed, repeats) || true) {"),
            Planted.of(
                    "writes no marker",
                    DELIVERED,
                    "projection/MarkerKeeper",
                    "return parts.markers().put(place, next.nextTimestamp()).thenAccept(stands -> moved(next, place));",
                    """
                    moved(next, place);
                    return CompletableFuture.completedFuture(null);"""),
            Planted.of(
                    "answers a repeat without fanning it out",
                    DELIVERED + "|Listed",
                    "projection/Active",
                    "toApply(state);\n        return true;",
                    "return true;"),
            Planted.of(
                    "answers a repeated creation of a group without fanning it out",
                    DELIVERED + "|Listed",
                    "conversation/ConversationCreator",
                    "return log.append(id, command(creator, created, id)).thenCompose(outcome -> creation(id, outcome));",
                    """
                    return log.state(id).thenCompose(at -> at.exists()
                            ? CompletableFuture.completedFuture(new Creation(new Conversation(id, at), false))
                            : log.append(id, command(creator, created, id)).thenCompose(outcome -> creation(id, outcome)));"""),
            Planted.of(
                    "answers a repeated creation of a direct conversation without fanning it out",
                    DELIVERED + "|Listed",
                    "conversation/ConversationCreator",
                    ": log.append(id, command(creator, created, id))",
                    """
                    : state.exists()
                            ? CompletableFuture.completedFuture(new Creation(new Conversation(id, state), false))
                            : log.append(id, command(creator, created, id))"""),
            Planted.of(
                    "leaves what a dead node announced",
                    DELIVERED,
                    "projection/Sweeper",
                    "if (!state.exists()) {",
                    "if (state.exists()) {"),
            Planted.of(
                    "removes a dead node's markers before they are made good",
                    DELIVERED,
                    "projection/Sweeper",
                    "return shards(dead, left)",
                    "return incarnations.remove(dead.incarnation())"),
            Planted.of(
                    "sweeps but the last shard of a dead node",
                    DELIVERED,
                    "projection/Sweeper",
                    "dead.lastShard() + 1)",
                    "dead.lastShard() - 1)"),
            Planted.of(
                    "takes nobody for dead",
                    DELIVERED,
                    "projection/Watch",
                    "now - last.sinceNanos() > settings.deadAfter().toNanos()",
                    "false"),
            Planted.of(
                    "gives up an application that failed",
                    DELIVERED,
                    "projection/Active",
                    "parts.runtime().after(parts.backOff().after(tries), () -> apply(tries + 1));",
                    "applied(state);"),
            Planted.of(
                    "saves watermarks ahead of what is applied",
                    DELIVERED,
                    "projection/Watermarks",
                    "Map<String, Seq> applied = new HashMap<>(marks);",
                    """
                    Map<String, Seq> applied = new HashMap<>(marks);
                    applied.replaceAll((projection, mark) -> mark.plus(2));"""),
            Planted.of(
                    "reads heads from the store without what is due",
                    DELIVERED,
                    "inbox/Inbox",
                    "due.forEach(",
                    "List.<InboxChange>of().forEach("),
            Planted.of(
                    "resumes from rows written after the token, without an overlap",
                    DELIVERED,
                    "inbox/Inbox",
                    "time.minus(overlap)",
                    "time"));

    private ProjectionErrors() {}
}
