package io.parley.measure.run;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.HdrHistogram.Histogram;

/**
 * Drives a chat system at a pace: warm-up, measurement, and a last wait for what is under way. One thread does it all, and
 * what it does late counts as latency too. Not for use by several threads.
 */
public final class Drive implements Chat.Ear {

    /** Messages that are sent before it is looked what came. */
    private static final int SENDS_MAX = 64;

    private static final int DIGITS = 3;

    private final Chat chat;
    private final Pace pace;
    private final Schedule schedule;
    private final Watcher watcher;
    private final LongSupplier clock;
    private final Histories histories = new Histories();
    private final Histogram delivery = new Histogram(DIGITS);
    private final Histogram fromSend = new Histogram(DIGITS);
    private final Histogram acknowledgement = new Histogram(DIGITS);
    private final Histogram lag = new Histogram(DIGITS);
    private long deliveries;
    private long completed;
    private long broken;
    private String firstTrouble = "";

    /** Told of the run's course; for progress and for what is counted outside of the clients. */
    public interface Watcher {

        /** The warm-up is over. */
        void measuring();

        /** The time of measurement is over; some messages may still be under way. */
        void measured();

        /** Some time has passed. */
        void going(long underWay, long sent);
    }

    public Drive(Chat chat, Pace pace, Schedule schedule, Watcher watcher, LongSupplier clock) {
        this.chat = chat;
        this.pace = pace;
        this.schedule = schedule;
        this.watcher = watcher;
        this.clock = clock;
    }

    /** Runs it to the end. */
    public Report run() {
        chat.listen(this);
        // From before the first message until after the last one: each frame is that of a message that counts whole.
        Chat.Traffic before = chat.traffic();
        long first = clock.getAsLong();
        boolean overwhelmed = sendUntil(schedule.warmNanos(), false);
        watcher.measuring();
        long countedBefore = completed;
        long began = clock.getAsLong();
        overwhelmed = overwhelmed || sendUntil(schedule.endNanos(), true);
        long tookNanos = Math.max(1, clock.getAsLong() - began);
        long inTime = completed - countedBefore;
        long backlog = histories.underWay();
        watcher.measured();
        drain();
        long trafficNanos = Math.max(1, clock.getAsLong() - first);
        turnUntil(clock.getAsLong() + schedule.restNanos());
        Chat.Traffic traffic = chat.traffic().minus(before);
        return new Report(
                histories.findings(),
                delivery,
                fromSend,
                acknowledgement,
                lag,
                inTime,
                deliveries,
                tookNanos,
                backlog,
                overwhelmed,
                traffic,
                trafficNanos,
                broken,
                firstTrouble);
    }

    /** True if more messages are under way than the schedule bears. */
    private boolean sendUntil(long endNanos, boolean measured) {
        long tellAt = clock.getAsLong() + schedule.tellNanos();
        long now = clock.getAsLong();
        while (now - endNanos < 0) {
            send(now, endNanos, measured);
            long next = pace.nextDueNanos();
            chat.turn(next == Long.MAX_VALUE || next - endNanos > 0 ? endNanos : next);
            now = clock.getAsLong();
            if (now - tellAt >= 0) {
                watcher.going(histories.underWay(), histories.count());
                tellAt += schedule.tellNanos();
            }
            if (histories.underWay() > schedule.underWayMax()) {
                return true;
            }
        }
        return false;
    }

    private void send(long nowNanos, long endNanos, boolean measured) {
        for (int i = 0; i < SENDS_MAX && pace.nextDueNanos() - endNanos < 0; i++) {
            Optional<Pace.Slot> slot = pace.take(nowNanos);
            if (slot.isEmpty()) {
                return;
            }
            long sent = clock.getAsLong();
            if (measured) {
                lag.recordValue(micros(sent - slot.get().dueNanos()));
            }
            int number = histories.sent(slot.get(), sent, measured);
            chat.send(number, slot.get().sender(), slot.get().room());
        }
    }

    private void drain() {
        long giveUp = clock.getAsLong() + schedule.patienceNanos();
        while (histories.underWay() > 0 && clock.getAsLong() - giveUp < 0) {
            chat.turn(giveUp);
        }
        // What did not come took at least as long as it was waited for: to leave it out would flatter.
        long now = clock.getAsLong();
        histories.missing().forEach(message -> {
            delivery.recordValue(micros(now - message.slot.dueNanos()));
            fromSend.recordValue(micros(now - message.sentNanos));
        });
    }

    private void turnUntil(long endNanos) {
        while (clock.getAsLong() - endNanos < 0) {
            chat.turn(endNanos);
        }
    }

    @Override
    public void accepted(int number, long position, long atNanos) {
        histories
                .accepted(number, position)
                .filter(message -> message.measured)
                .ifPresent(message -> acknowledgement.recordValue(micros(atNanos - message.slot.dueNanos())));
    }

    @Override
    public void refused(int number, String why) {
        trouble(why);
        histories.refused(number).ifPresent(message -> pace.ended(message.slot, clock.getAsLong()));
    }

    @Override
    public void received(int user, int number, long position, long atNanos) {
        histories.received(user, number, position).ifPresent(arrival -> {
            Message message = arrival.message();
            deliveries += message.measured ? 1 : 0;
            if (arrival.last()) {
                completed++;
                if (message.measured) {
                    delivery.recordValue(micros(atNanos - message.slot.dueNanos()));
                    fromSend.recordValue(micros(atNanos - message.sentNanos));
                }
                pace.ended(message.slot, atNanos);
            }
        });
    }

    @Override
    public void broken(int user, String why) {
        broken++;
        trouble("connection " + user + " " + why);
    }

    private void trouble(String why) {
        firstTrouble = firstTrouble.isEmpty() ? why : firstTrouble;
    }

    private static long micros(long nanos) {
        return Math.max(0, TimeUnit.NANOSECONDS.toMicros(nanos));
    }
}
