package io.parley.acceptance.crash;

import io.parley.acceptance.crash.Violation.Kind;
import io.parley.kernel.ConversationId;
import io.parley.kernel.EntryId;
import io.parley.kernel.Seq;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What must hold of the logs. */
final class LogRules {

    private LogRules() {}

    /** INV-1: the answers hold the positions 1 … head, in this order. */
    static Stream<Violation> positionsHaveNoHole(Evidence evidence) {
        return evidence.views().stream().flatMap(view -> view.logs().entrySet().stream()
                .flatMap(log -> IntStream.range(0, log.getValue().size())
                        .filter(i -> log.getValue().get(i).seq().value() != i + 1L)
                        .limit(1)
                        .mapToObj(i -> new Violation(
                                Kind.HOLE,
                                log.getKey() + " shows " + view.reader() + " "
                                        + log.getValue().get(i) + " at place " + (i + 1)))));
    }

    /** INV-4. */
    static Stream<Violation> everyIdStandsOnce(Evidence evidence) {
        Map<EntryId, String> seen = new HashMap<>();
        return evidence.logs().entrySet().stream()
                .flatMap(log -> log.getValue().stream().flatMap(entry -> {
                    String place = log.getKey() + ", " + entry;
                    String before = seen.putIfAbsent(entry.id(), place);
                    return before == null
                            ? Stream.empty()
                            : Stream.of(new Violation(Kind.DOUBLED, place + " and " + before));
                }));
    }

    /** Nothing stands in a log that no client put there, in that conversation and with those words. */
    static Stream<Violation> everyEntryWasMade(Evidence evidence) {
        return evidence.logs().entrySet().stream().flatMap(log -> log.getValue().stream()
                .filter(entry -> !wasMade(evidence, log.getKey(), entry))
                .map(entry -> new Violation(Kind.PHANTOM, log.getKey() + ", " + entry)));
    }

    private static boolean wasMade(Evidence evidence, ConversationId conversation, LogEntry entry) {
        if (entry.isCreation()) {
            return entry.seq().equals(Seq.FIRST)
                    && evidence.creator(conversation)
                            .filter(entry.author()::equals)
                            .isPresent();
        }
        return entry.isMessage()
                && evidence.message(entry.id())
                        .filter(message -> message.author().equals(entry.author())
                                && message.sent().conversation().equals(conversation)
                                && Objects.equals(message.sent().text(), entry.text()))
                        .isPresent();
    }

    /** INV-2: who reads a log makes no difference. */
    static Stream<Violation> allReadersAreShownTheSame(Evidence evidence) {
        return evidence.views().stream().flatMap(view -> view.logs().entrySet().stream()
                .filter(log -> !log.getValue().equals(evidence.log(log.getKey())))
                .map(log -> new Violation(
                        Kind.DIVERGED,
                        log.getKey() + " shows " + view.reader() + " something else than another: "
                                + firstDifference(log.getValue(), evidence.log(log.getKey())))));
    }

    private static String firstDifference(List<LogEntry> one, List<LogEntry> other) {
        int same = 0;
        while (same < Math.min(one.size(), other.size()) && one.get(same).equals(other.get(same))) {
            same++;
        }
        return "from place " + (same + 1) + " on";
    }
}
