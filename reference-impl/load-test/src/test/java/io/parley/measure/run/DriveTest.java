package io.parley.measure.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Latency counts from when a message was due, whatever held it back. */
class DriveTest {

    private static final Room ROOM = new Room(0, 0, 1, 2);
    private static final Duration WARM = Duration.ofSeconds(1);
    private static final Duration LENGTH = Duration.ofSeconds(10);
    private static final long STALL = Duration.ofSeconds(2).toNanos();
    private static final long STALL_AT = Duration.ofSeconds(5).toNanos();
    private static final int PER_SECOND = 100;

    private int measuring;
    private int measured;

    @Test
    void countsAStallAtEveryMessageThatWasDueMeanwhile() {
        Report report = open(new FakeChat(STALL_AT, STALL));

        // Two of ten seconds, so a fifth of all messages waited, evenly up to the whole stall.
        assertThat(Report.millis(report.delivery(), 79)).isLessThan(100);
        assertThat(Report.millis(report.delivery(), 90)).isBetween(800.0, 1300.0);
        assertThat(Report.millis(report.delivery(), 100)).isBetween(1900.0, 2010.0);
    }

    @Test
    void wouldNotSeeTheStallIfItCountedFromTheSending() {
        Report report = open(new FakeChat(STALL_AT, STALL));

        assertThat(Report.millis(report.fromSend(), 99)).isLessThan(5);
    }

    @Test
    void seesWhatTheSystemTakesWhenNothingStalls() {
        Report report = open(new FakeChat(Long.MAX_VALUE, 0));

        assertThat(Report.millis(report.delivery(), 50)).isBetween(0.5, 2.0);
        assertThat(Report.millis(report.lag(), 99)).isLessThan(2);
        assertThat(report.perSecond()).isBetween(80.0, 120.0);
        assertThat(report.findings().isTrue()).isTrue();
    }

    @Test
    void leavesTheWarmUpOut() {
        Report report = open(new FakeChat(0, Duration.ofMillis(500).toNanos()));

        assertThat(Report.millis(report.delivery(), 100)).isLessThan(5);
        assertThat(measuring).isOne();
        assertThat(measured).isOne();
    }

    @Test
    void keepsAWindowUnderWayInAClosedLoop() {
        FakeChat chat = new FakeChat(Long.MAX_VALUE, 0);

        Report report = drive(chat, new ClosedPace(List.of(ROOM), 2, 3, 0), Long.MAX_VALUE);

        // Two senders with three each, and a millisecond for every message.
        assertThat(report.perSecond()).isBetween(5900.0, 6100.0);
        assertThat(report.backlog()).isLessThanOrEqualTo(6);
    }

    /** Six are under way when the warm-up ends, and six when the measurement does. */
    @Test
    void countsTheFramesOfWholeMessagesOnly() {
        Report report = drive(new FakeChat(Long.MAX_VALUE, 0), new ClosedPace(List.of(ROOM), 2, 3, 0), Long.MAX_VALUE);

        long sent = report.findings().messages();
        assertThat(sent).isGreaterThan(report.messages());
        assertThat(report.traffic().framesOut()).isEqualTo(sent);
        assertThat(report.traffic().framesIn()).isEqualTo(sent * (1 + ROOM.size()));
        assertThat(report.sentPerSecond()).isBetween(5900.0, 6100.0);
    }

    @Test
    void countsWhatNeverCameWithTheTimeThatItWasWaitedFor() {
        FakeChat chat = new FakeChat(Long.MAX_VALUE, 0);
        chat.loseEvery(10);

        Report report = open(chat);

        assertThat(report.findings().lost()).isGreaterThan(150);
        assertThat(Report.millis(report.delivery(), 85)).isLessThan(5);
        assertThat(Report.millis(report.delivery(), 95)).isGreaterThan(10_000);
    }

    @Test
    void endsWhenTheSystemIsOverwhelmed() {
        Report report = drive(new FakeChat(STALL_AT, STALL), pace(), 50);

        assertThat(report.overwhelmed()).isTrue();
        assertThat(report.tookNanos()).isLessThan(LENGTH.toNanos());
    }

    private Report open(FakeChat chat) {
        return drive(chat, pace(), Long.MAX_VALUE);
    }

    private static OpenPace pace() {
        return new OpenPace(PER_SECOND, List.of(new OpenPace.Share(1, List.of(ROOM))), new Random(1), 0);
    }

    private Report drive(FakeChat chat, Pace pace, long underWayMax) {
        Drive.Watcher watcher = new Drive.Watcher() {
            @Override
            public void measuring() {
                measuring++;
            }

            @Override
            public void measured() {
                measured++;
            }

            @Override
            public void going(long underWay, long sent) {
                // Nobody looks.
            }
        };
        return new Drive(chat, pace, Schedule.from(0, WARM, LENGTH, Duration.ZERO, underWayMax), watcher, chat::now)
                .run();
    }
}
