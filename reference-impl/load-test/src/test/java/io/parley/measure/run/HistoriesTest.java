package io.parley.measure.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Each planted error is counted as what it is, and as nothing else. */
class HistoriesTest {

    private static final int ANN = 0;
    private static final int BOB = 1;
    private static final int CID = 2;
    private static final Room ROOM = new Room(7, ANN, BOB, CID);

    private final Histories histories = new Histories();

    @Test
    void findsNothingWrongWithAWholeHistory() {
        deliver(send(), 1);
        deliver(send(), 2);

        assertThat(histories.findings().isTrue()).isTrue();
        assertThat(histories.underWay()).isZero();
    }

    @Test
    void tellsTheLastDeliveryFromTheOthers() {
        int message = send();

        assertThat(histories.received(ANN, message, 1))
                .as("the author's own copy")
                .isEmpty();
        assertThat(histories.received(BOB, message, 1))
                .hasValueSatisfying(arrival -> assertThat(arrival.last()).isFalse());
        assertThat(histories.received(CID, message, 1))
                .hasValueSatisfying(arrival -> assertThat(arrival.last()).isTrue());
    }

    @Test
    void countsAnAcceptedMessageThatDidNotComeAsLostAtEachRecipient() {
        int message = send();
        histories.accepted(message, 1);
        histories.received(BOB, message, 1);

        assertThat(histories.findings().lost()).isOne();
        assertThat(histories.underWay()).isOne();
    }

    @Test
    void expectsNothingOfARefusedMessage() {
        int message = send();
        histories.refused(message);

        assertThat(histories.findings()).isEqualTo(new Findings(1, 0, 0, 0, 0, 0, 1, 0));
        assertThat(histories.underWay()).isZero();
    }

    @Test
    void countsASecondDeliveryAsDoubled() {
        int message = send();
        deliver(message, 1);
        histories.received(BOB, message, 1);

        assertThat(histories.findings()).isEqualTo(new Findings(1, 0, 1, 0, 0, 0, 0, 0));
    }

    @Test
    void countsAnEarlierMessageAfterALaterOneAsOutOfOrder() {
        int first = send();
        int second = send();
        deliver(second, 2);
        histories.received(BOB, first, 1);

        assertThat(histories.findings().outOfOrder()).isOne();
        assertThat(histories.findings().doubled()).isZero();
    }

    @Test
    void countsAMessageThatTwoClientsSawAtDifferentPositionsAsDisplaced() {
        int message = send();
        histories.accepted(message, 1);
        histories.received(BOB, message, 1);
        histories.received(CID, message, 2);

        assertThat(histories.findings()).isEqualTo(new Findings(1, 0, 0, 0, 1, 0, 0, 0));
    }

    @Test
    void countsWhatNobodySentAndWhatCameToAStrangerAsStrange() {
        int message = send();
        histories.received(BOB, message + 1, 1);
        histories.received(CID + 1, message, 1);

        assertThat(histories.findings().strange()).isEqualTo(2);
    }

    @Test
    void countsSilenceAsNoLie() {
        deliver(send(), 1);
        int message = send();

        assertThat(message).isOne();
        assertThat(histories.findings().unanswered()).isOne();
        assertThat(histories.findings().isTrue()).isTrue();
    }

    private int send() {
        return histories.sent(new Pace.Slot(0, ANN, ROOM), 0, true);
    }

    private void deliver(int message, long position) {
        histories.accepted(message, position);
        for (int i = 0; i < ROOM.size(); i++) {
            histories.received(ROOM.member(i), message, position);
        }
    }
}
