package io.parley.acceptance.crash;

import io.parley.kernel.EntryId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What happened in a round.
 *
 * @param acknowledged at least {@link CrashRound#ACKNOWLEDGED_MIN}
 * @param meanwhile messages acknowledged before the trouble was mended
 * @param begunMeanwhile of these, messages that were made while all of the trouble was there
 * @param inDoubt messages sent before the trouble whose answer had not come
 * @param undecided answers that an outcome is unknown
 * @param disconnected connections that clients lost while the trouble was there
 * @param refusals how often who is no member was refused, by what was tried; every way is there
 * @param heldMillis how long it was there
 * @param silenceMillis the longest time without any acknowledgement meanwhile
 * @param recoveryMillis from its end to the next acknowledgement
 */
record CrashReport(
        int sent,
        int acknowledged,
        int meanwhile,
        int begunMeanwhile,
        int inDoubt,
        int undecided,
        int disconnected,
        Map<Way, Integer> refusals,
        long heldMillis,
        long silenceMillis,
        long recoveryMillis,
        List<Violation> violations) {

    private static final long NANOS_PER_MILLI = 1_000_000;

    static CrashReport of(List<History> histories, List<View> views, Moments moments) {
        List<Event.Sent> sent = all(histories, Event.Sent.class).toList();
        Map<EntryId, Long> answered = all(histories, Event.Acknowledged.class)
                .collect(Collectors.toMap(Event.Acknowledged::id, Event.Acknowledged::nanos));
        long[] answers =
                answered.values().stream().mapToLong(nanos -> nanos).sorted().toArray();
        return new CrashReport(
                sent.size(),
                answered.size(),
                (int) LongStream.of(answers).filter(moments::touches).count(),
                (int) sent.stream()
                        .filter(message -> moments.covers(message.nanos()))
                        .filter(message -> Optional.ofNullable(answered.get(message.id()))
                                .filter(moments::covers)
                                .isPresent())
                        .count(),
                (int) sent.stream()
                        .filter(message -> message.nanos() - moments.strikes() < 0)
                        .filter(message -> !answered.containsKey(message.id())
                                || answered.get(message.id()) - moments.strikes() > 0)
                        .count(),
                (int) all(histories, Event.Undecided.class).count(),
                (int) all(histories, Event.Disconnected.class)
                        .filter(event -> moments.touches(event.nanos()))
                        .count(),
                refusals(histories),
                (moments.mends() - moments.strikes()) / NANOS_PER_MILLI,
                silence(answers, moments) / NANOS_PER_MILLI,
                recovery(answers, moments) / NANOS_PER_MILLI,
                Checker.check(histories, views));
    }

    private static Map<Way, Integer> refusals(List<History> histories) {
        Map<Way, Integer> refusals = new EnumMap<>(Way.class);
        Stream.of(Way.values()).forEach(way -> refusals.put(way, 0));
        all(histories, Event.Tried.class)
                .filter(tried -> tried.outcome() == Way.Outcome.REFUSED)
                .forEach(tried -> refusals.merge(tried.way(), 1, Integer::sum));
        return refusals;
    }

    /** How often the way was refused that was refused least: zero says that nothing is known of it. */
    int leastRefusals() {
        return Collections.min(refusals.values());
    }

    private static <T extends Event> Stream<T> all(List<History> histories, Class<T> kind) {
        return histories.stream().flatMap(history -> history.all(kind));
    }

    private static long silence(long[] answers, Moments moments) {
        long longest = 0;
        long last = moments.strikes();
        for (long answer : answers) {
            if (answer - moments.strikes() > 0 && answer - moments.mends() < 0) {
                longest = Math.max(longest, answer - last);
                last = answer;
            }
        }
        return Math.max(longest, moments.mends() - last);
    }

    private static long recovery(long[] answers, Moments moments) {
        return LongStream.of(answers)
                .map(answer -> answer - moments.ends())
                .filter(after -> after > 0)
                .min()
                .orElseThrow();
    }
}
