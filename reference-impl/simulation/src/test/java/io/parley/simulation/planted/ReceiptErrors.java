package io.parley.simulation.planted;

import java.util.List;

/** Errors that receipts might have: marks of the wrong one, beyond the log, too early, or forgotten. */
final class ReceiptErrors {

    private static final String MARKED = "MSG-10 Marked";

    static final List<Planted> ALL = List.of(
            new Planted(
                    "takes a mark above the head",
                    MARKED,
                    List.of(
                            new Planted.Edit(
                                    "conversation/Marks",
                                    "return state.isMember(user) && !mark.delivered().isAfter(state.head());",
                                    "return state.isMember(user);"),
                            new Planted.Edit(
                                    "receipt/Receipts", "if (delivered.isAfter(state.head())) {", "if (false) {"))),
            Planted.of(
                    "takes marks of strangers",
                    MARKED,
                    "conversation/Marks",
                    "return state.isMember(user) && !mark.delivered().isAfter(state.head());",
                    "return !mark.delivered().isAfter(state.head());"),
            Planted.of(
                    "refuses marks by a state that is behind",
                    MARKED,
                    "conversation/Marks",
                    ": conversations.get(caller.user(), id).thenApply(Conversation::state))",
                    ": CompletableFuture.completedFuture(state))"),
            Planted.of(
                    "shows marks to strangers",
                    MARKED,
                    "conversation/Marks",
                    "return conversations.get(user, id).thenCompose(conversation -> receipts.marks(id, conversation.state()));",
                    "return log.state(id).thenCompose(state -> receipts.marks(id, state));"),
            Planted.of(
                    "moves the mark of another member",
                    MARKED,
                    "conversation/Marks",
                    "receipts.report(id, state, caller.user(),",
                    "receipts.report(id, state, state.members().firstKey(),"),
            Planted.of(
                    "leaves out the author's own mark",
                    MARKED,
                    "receipt/SentMarks",
                    "marks.merge(entry.envelope().author(), here, Mark::max);",
                    ""),
            Planted.of(
                    "takes who changes something for one who has read",
                    MARKED,
                    "receipt/SentMarks",
                    "if (entry.isMessage()) {",
                    "if (!entry.isKept()) {"),
            Planted.of(
                    "lets newcomers begin before they were added",
                    MARKED,
                    "inbox/InboxChange",
                    "change.added().keySet().forEach(user -> read.put(user, here));",
                    ""),
            Planted.of(
                    "takes how far one is for how far all are",
                    MARKED,
                    "receipt/ConversationMarks",
                    "reduce(Mark::min)",
                    "reduce(Mark::max)"),
            Planted.of(
                    "tells marks before they are written",
                    MARKED,
                    "receipt/ReportWrite",
                    ".thenComposeAsync(done -> parts.store().write(conversation, news), parts.executor())",
                    ".thenApply(done -> parts.store().write(conversation, news))"),
            Planted.of(
                    "leaves the inbox as it was",
                    MARKED,
                    "receipt/ReportWrite",
                    "return InParallel.forEach(readers(news, held), PARALLEL_MAX,",
                    "return InParallel.forEach(List.<DeviceMark>of(), PARALLEL_MAX,"),
            Planted.of(
                    "forgets what was read when more is delivered",
                    MARKED,
                    "receipt/Reports",
                    "new Mark(delivered, read, 0), Mark::max);",
                    "new Mark(delivered, read, 0), (a, b) -> b);"));

    private ReceiptErrors() {}
}
