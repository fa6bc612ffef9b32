package io.parley.acceptance.crash;

import io.parley.acceptance.crash.Violation.Kind;
import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What must hold for those who read: INV-6 and INV-7, as the clients lived it. */
final class ReaderRules {

    /** What one client was shown of one conversation. */
    private record Shown(History history, ConversationId conversation, Seq after, List<LogEntry> entries) {

        Violation violation(Kind kind, String detail) {
            return new Violation(kind, conversation + " as shown to " + history.user() + ": " + detail);
        }
    }

    private ReaderRules() {}

    static Stream<Violation> everyEntryIsShownOnce(Evidence evidence) {
        return shown(evidence).flatMap(shown -> {
            Set<Object> ids = new HashSet<>();
            return shown.entries().stream()
                    .filter(entry -> !ids.add(entry.id()))
                    .map(entry -> shown.violation(Kind.DOUBLED, entry.toString()));
        });
    }

    static Stream<Violation> entriesAreShownInOrder(Evidence evidence) {
        return shown(evidence).flatMap(shown -> IntStream.range(
                        1, shown.entries().size())
                .filter(i -> !shown.entries()
                        .get(i)
                        .seq()
                        .isAfter(shown.entries().get(i - 1).seq()))
                .mapToObj(i -> shown.violation(
                        Kind.REORDERED,
                        shown.entries().get(i) + " after " + shown.entries().get(i - 1))));
    }

    static Stream<Violation> whatIsShownStandsInTheLog(Evidence evidence) {
        return shown(evidence).flatMap(shown -> {
            Map<Seq, LogEntry> log = bySeq(evidence.log(shown.conversation()));
            return shown.entries().stream()
                    .filter(entry -> !entry.equals(log.get(entry.seq())))
                    .map(entry -> shown.violation(Kind.DIVERGED, entry + " instead of " + log.get(entry.seq())));
        });
    }

    static Stream<Violation> everythingIsShown(Evidence evidence) {
        Stream<Violation> later = shown(evidence).flatMap(shown -> {
            Set<Seq> seen = shown.entries().stream().map(LogEntry::seq).collect(Collectors.toSet());
            return evidence.log(shown.conversation()).stream()
                    .filter(entry -> entry.seq().isAfter(shown.after()) && !seen.contains(entry.seq()))
                    .map(entry -> shown.violation(Kind.MISSED, entry.toString()));
        });
        return Stream.concat(later, neverShown(evidence));
    }

    /** A member's client that never heard of the conversation at all. */
    private static Stream<Violation> neverShown(Evidence evidence) {
        return evidence.histories().stream().flatMap(history -> {
            Set<ConversationId> began = history.all(Event.Began.class)
                    .map(Event.Began::conversation)
                    .collect(Collectors.toSet());
            return evidence.views().stream()
                    .filter(view -> view.reader().equals(history.user()))
                    .flatMap(view -> view.logs().keySet().stream())
                    .filter(conversation -> !began.contains(conversation))
                    .map(conversation ->
                            new Violation(Kind.MISSED, conversation + " was never shown to " + history.user()));
        });
    }

    /** Every member's list holds all conversations that the member was shown something of, with the head of the log. */
    static Stream<Violation> listsShowTrueHeads(Evidence evidence) {
        return evidence.views().stream()
                .flatMap(view -> Stream.concat(view.logs().keySet().stream(), view.listedHeads().keySet().stream())
                        .distinct()
                        .filter(conversation -> !evidence.head(conversation)
                                .equals(view.listedHeads().get(conversation)))
                        .map(conversation -> new Violation(
                                Kind.UNLISTED,
                                conversation + " in the list of " + view.reader() + ": "
                                        + view.listedHeads().get(conversation) + " instead of "
                                        + evidence.head(conversation))));
    }

    private static Map<Seq, LogEntry> bySeq(List<LogEntry> log) {
        return log.stream().collect(Collectors.toMap(LogEntry::seq, Function.identity(), (first, second) -> first));
    }

    private static Stream<Shown> shown(Evidence evidence) {
        return evidence.histories().stream().flatMap(history -> {
            Map<ConversationId, List<LogEntry>> applied = new HashMap<>();
            history.all(Event.Applied.class)
                    .forEach(event -> applied.computeIfAbsent(event.conversation(), id -> new ArrayList<>())
                            .add(event.entry()));
            return history.all(Event.Began.class)
                    .sorted(Comparator.comparing(Event.Began::conversation))
                    .map(began -> new Shown(
                            history,
                            began.conversation(),
                            began.after(),
                            applied.getOrDefault(began.conversation(), List.of())));
        });
    }
}
