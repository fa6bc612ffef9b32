package io.parley.simulation.planted;

import java.util.List;

/** Errors that the log might have. */
final class LogErrors {

    static final List<Planted> ALL = List.of(
            Planted.of(
                    "acknowledges before the commit",
                    "INV-3 Durable",
                    "log/Lane",
                    "propose(draft, taken, tries);",
                    "{ draft.answerAll(); propose(draft, taken, tries); }"),
            Planted.of(
                    "takes an unknown outcome for a failure, and says so",
                    "Final",
                    "log/Lane",
                    "case UNKNOWN -> proposeAgain(draft, group, tries);",
                    "case UNKNOWN -> unavailable(group, new IllegalStateException());"),
            Planted.of(
                    "takes an empty serial read for the end of an unknown outcome",
                    "Final",
                    "log/Lane",
                    "case UNKNOWN -> proposeAgain(draft, group, tries);",
                    """
                    case UNKNOWN -> parts.store()
                            .read(conversation, bucket, draft.firstSeq(), draft.firstSeq(), LogStore.Consistency.SERIAL)
                            .whenCompleteAsync((found, lost) -> {
                                if (lost == null && found.isEmpty()) {
                                    unavailable(group, new IllegalStateException());
                                } else {
                                    proposeAgain(draft, group, tries);
                                }
                            }, parts.runtime().executor());"""),
            Planted.of(
                    "forgets ids by the time in them",
                    "INV-4 Once",
                    "log/IdWindow",
                    "if (bits[i] == high && bits[i + 1] == low) {",
                    """
                    boolean recent = id.timeMillis() > idAt(size() - 1).timeMillis() - 1_000;
                    if (recent && bits[i] == high && bits[i + 1] == low) {"""),
            Planted.of(
                    "remembers the last evicted id time instead of the highest",
                    "INV-4 Once",
                    "log/IdWindow",
                    "Math.max(evictedTimeMillis, idAt(0).timeMillis())",
                    "idAt(0).timeMillis()"),
            Planted.of(
                    "looks for an id in the window only",
                    "INV-4 Once|Final",
                    "log/IdResolver",
                    "return state.window().mayHaveEvicted(pending.id())",
                    "return false"),
            Planted.of(
                    "leaves the evicted time out of the snapshot",
                    "INV-4 Once",
                    "log/SnapshotCodec",
                    "json.put(\"evictedTimeMillis\", state.window().evictedTimeMillis());",
                    "json.put(\"evictedTimeMillis\", -1L);"),
            new Planted(
                    "writes at the new end what was decided before the race was lost",
                    "INV-1 Gapless|INV-4 Once",
                    List.of(
                            new Planted.Edit(
                                    "log/Lane",
                                    "decideAgainst(state, group, tries + 1);",
                                    "propose(draft.movedTo(state), group, tries + 1);"),
                            new Planted.Edit(
                                    "log/Draft", "    /** How many commands of the group were decided. */", """
                                    Draft movedTo(ConversationState end) {
                                        Draft moved = new Draft(end);
                                        for (Verdict verdict : verdicts) {
                                            Outcome outcome = verdict.outcome();
                                            if (outcome instanceof Outcome.Appended appended) {
                                                Entry.Envelope old = appended.entry().envelope();
                                                long ordinal = moved.state.ordinal() + (appended.entry().isMessage() ? 1 : 0);
                                                Entry entry = new Entry(
                                                        new Entry.Envelope(
                                                                moved.state.head().next(), old.id(), old.author(), old.kind(),
                                                                old.version(), ordinal, old.at(), old.sentAt(), old.digest()),
                                                        appended.entry().body());
                                                moved.entries.add(entry);
                                                moved.state = moved.state.plus(entry);
                                                outcome = new Outcome.Appended(entry);
                                            }
                                            moved.verdicts.add(new Verdict(verdict.pending(), outcome));
                                        }
                                        return moved;
                                    }
                                    """))),
            Planted.of(
                    "takes another content under the same id for a repeat",
                    "INV-3 Durable",
                    "log/Entry",
                    "return body == null || body.content().equals(ContentCodec.encode(command.content()));",
                    "return true;"),
            Planted.of(
                    "rolls to the next bucket one entry early",
                    "INV-1 Gapless",
                    "log/Buckets",
                    "return (seq.value() - 1) / entries;",
                    "return seq.value() / entries;"),
            Planted.of(
                    "lets a batch reach over the end of a bucket",
                    "INV-1 Gapless",
                    "log/Draft",
                    "boolean bucketIsFull = !draft.entries.isEmpty() && buckets.isLast(draft.state.head());",
                    "boolean bucketIsFull = false;"),
            Planted.of(
                    "keeps the state of a draft before it is written",
                    "INV-1 Gapless|INV-3 Durable|INV-4 Once|Ends",
                    "log/Lane",
                    "propose(draft, taken, tries);",
                    """
                    {
                        parts.loader().advanced(conversation, draft.base(), draft.state());
                        propose(draft, taken, tries);
                    }"""),
            Planted.of(
                    "keeps the state of a draft that lost",
                    "INV-1 Gapless|INV-3 Durable|INV-4 Once|Faithful|Ends",
                    "log/Lane",
                    "parts.counters().lostRace();",
                    """
                    parts.counters().lostRace();
                    parts.loader().advanced(conversation, draft.base(), draft.state());"""),
            Planted.of(
                    "takes a winner with the same command for its own batch",
                    "INV-2 Agreement",
                    "log/Lane",
                    "winner.equals(draft.entries().subList(0, 1))",
                    "!winner.isEmpty() && winner.get(0).id().equals(draft.entries().get(0).id())"),
            Planted.of(
                    "writes behind what it does not understand",
                    "INV-5 Authorised",
                    "log/ConversationState",
                    "readOnly || !entry.isUnderstood());",
                    "readOnly);"),
            Planted.of(
                    "lets anybody write",
                    "INV-5 Authorised",
                    "log/Rules",
                    "return refuseUnless(state.isMember(command.author()), new Refusal.NotAMember());",
                    "return refuseUnless(state.exists(), new Refusal.NotAMember());"),
            Planted.of(
                    "tells listeners before the commit",
                    "INV-3 Durable",
                    "log/Lane",
                    "propose(draft, taken, tries);",
                    """
                    {
                        parts.listener().accept(
                                new EntriesCommitted(conversation, List.copyOf(draft.entries()), draft.state()));
                        propose(draft, taken, tries);
                    }"""),
            Planted.of(
                    "refuses by a state that was read before the command came",
                    "Final",
                    "log/Lane",
                    "draft.refusesByState() && !isFresh",
                    "false"),
            Planted.of(
                    "joins a reader to a load that began before it asked",
                    "INV-3 Durable",
                    "log/StateLoader",
                    "before.thenComposeAsync(state -> caughtUp(conversation, state), executor)",
                    "before"),
            Planted.of(
                    "takes a full step of a read for the end of the log",
                    "Ends",
                    "log/LogReader",
                    "folded.head().equals(last)",
                    "folded.head().equals(Seq.NONE)"),
            Planted.of(
                    "gives no room back after a read that failed",
                    "Ends",
                    "log/Turns",
                    "giveBack(size);",
                    "if (failure == null) { giveBack(size); }"));

    private LogErrors() {}
}
