package io.parley.acceptance.crash;

import io.parley.acceptance.crash.Violation.Kind;
import io.parley.kernel.ConversationId;
import io.parley.kernel.EntryId;
import io.parley.kernel.Seq;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What must hold for those who send. */
final class SenderRules {

    private SenderRules() {}

    /** At the end nobody is left without an answer. */
    static Stream<Violation> everyMessageIsResolved(Evidence evidence) {
        return evidence.histories().stream().flatMap(history -> {
            Set<EntryId> resolved = new HashSet<>();
            history.all(Event.Acknowledged.class).forEach(event -> resolved.add(event.id()));
            history.all(Event.Refused.class).forEach(event -> resolved.add(event.id()));
            return history.all(Event.Sent.class)
                    .filter(sent -> !resolved.contains(sent.id()))
                    .map(sent -> new Violation(Kind.UNRESOLVED, sent.conversation() + ", message " + sent.id()));
        });
    }

    /** INV-3: every acknowledgement, repeated ones included, named the place where the message stands. */
    static Stream<Violation> acknowledgedStandsWhereItWasSaid(Evidence evidence) {
        Map<ConversationId, Map<EntryId, Set<Seq>>> places = new HashMap<>();
        evidence.logs().forEach((conversation, log) -> places.put(conversation, placesOf(log)));
        return evidence.histories().stream()
                .flatMap(history -> history.all(Event.Acknowledged.class))
                .flatMap(said -> {
                    ConversationId conversation =
                            evidence.message(said.id()).orElseThrow().sent().conversation();
                    Set<Seq> found = places.getOrDefault(conversation, Map.of()).getOrDefault(said.id(), Set.of());
                    String what = conversation + ", message " + said.id() + " acknowledged at " + said.seq();
                    if (found.isEmpty()) {
                        return Stream.of(new Violation(Kind.LOST, what));
                    }
                    return found.contains(said.seq())
                            ? Stream.empty()
                            : Stream.of(new Violation(Kind.MOVED, what + " stands at " + found));
                });
    }

    private static Map<EntryId, Set<Seq>> placesOf(List<LogEntry> log) {
        return log.stream()
                .collect(Collectors.groupingBy(LogEntry::id, Collectors.mapping(LogEntry::seq, Collectors.toSet())));
    }

    /** A final refusal is final. */
    static Stream<Violation> refusedStandsNowhere(Evidence evidence) {
        Set<EntryId> written = evidence.logs().values().stream()
                .flatMap(List::stream)
                .map(LogEntry::id)
                .collect(Collectors.toSet());
        return evidence.histories().stream()
                .flatMap(history -> history.all(Event.Refused.class))
                .filter(refused -> written.contains(refused.id()))
                .map(refused -> new Violation(Kind.PHANTOM, refused.id() + " was refused: " + refused.problem()));
    }

    /**
     * A message that was acknowledged before another one was made stands before it. This is more than each log's own order
     * can tell: it holds the log against the clock that all clients share.
     */
    static Stream<Violation> acknowledgedStandsBeforeWhatWasSentLater(Evidence evidence) {
        return evidence.logs().entrySet().stream()
                .flatMap(log -> againstTime(evidence, log.getKey(), log.getValue()).stream());
    }

    /** From the end of the log to its start, with the earliest acknowledgement among the entries already passed. */
    private static List<Violation> againstTime(Evidence evidence, ConversationId conversation, List<LogEntry> log) {
        List<Violation> violations = new ArrayList<>();
        Event.Acknowledged earliest = null;
        for (int i = log.size() - 1; i >= 0; i--) {
            LogEntry entry = log.get(i);
            Event.Sent sent =
                    evidence.message(entry.id()).map(Evidence.Message::sent).orElse(null);
            if (sent != null && earliest != null && earliest.nanos() - sent.nanos() < 0) {
                violations.add(new Violation(
                        Kind.REORDERED,
                        conversation + ", " + entry + " was made after " + earliest.id() + " was acknowledged"));
            }
            Event.Acknowledged said = evidence.acknowledgement(entry.id()).orElse(null);
            if (said != null && (earliest == null || said.nanos() - earliest.nanos() < 0)) {
                earliest = said;
            }
        }
        return violations;
    }
}
