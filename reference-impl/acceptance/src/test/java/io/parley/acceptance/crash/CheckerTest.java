package io.parley.acceptance.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.acceptance.crash.Violation.Kind;
import io.parley.evidence.ProofLog;
import io.parley.evidence.RuleProof;
import io.parley.evidence.Verifies;
import io.parley.kernel.Seq;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The checker finds each error that is planted into a round in which all went well. */
@Verifies("QG-2")
class CheckerTest {

    private final PlantedRound round = new PlantedRound();

    @Test
    void findsNothingWhereAllIsWell() {
        assertThat(round.violations()).isEmpty();
    }

    @Nested
    class Log {

        @Test
        void findsALostMessage() {
            round.log.remove(4);
            round.moveUp(4);
            assertThat(round.kinds()).contains(Kind.LOST, Kind.MOVED, Kind.DIVERGED);
        }

        @Test
        void findsALostLastMessage() {
            round.log.remove(round.log.size() - 1);
            assertThat(round.kinds()).contains(Kind.LOST, Kind.UNLISTED);
        }

        @Test
        void findsADoubledMessage() {
            round.log.add(round.log.get(3).at(new Seq(round.log.size() + 1L)));
            assertThat(round.kinds()).contains(Kind.DOUBLED, Kind.MISSED);
        }

        @Test
        void findsReorderedMessages() {
            LogEntry earlier = round.log.get(2);
            LogEntry later = round.log.get(5);
            round.log.set(2, later.at(earlier.seq()));
            round.log.set(5, earlier.at(later.seq()));
            assertThat(round.kinds()).contains(Kind.MOVED, Kind.REORDERED, Kind.DIVERGED);
        }

        @Test
        void findsAnOrderAgainstTimeThatEverybodyAgreesOn() {
            round.swapEverywhere(3, 5);
            assertThat(round.kinds()).containsOnly(Kind.REORDERED);
        }

        @Test
        void findsAPhantom() {
            round.log.add(round.phantom());
            assertThat(round.kinds()).contains(Kind.PHANTOM, Kind.MISSED);
        }

        @Test
        void findsAPhantomThatEverybodyWasShown() {
            LogEntry phantom = round.phantom();
            round.log.add(phantom);
            round.otherLog.add(phantom);
            round.listedHead = phantom.seq();
            round.firstShown.add(phantom);
            round.secondShown.add(phantom);
            assertThat(round.kinds()).containsOnly(Kind.PHANTOM);
        }

        @Test
        void findsChangedWords() {
            LogEntry entry = round.log.get(3);
            round.replaceEverywhere(3, new LogEntry(entry.seq(), entry.kind(), entry.id(), entry.author(), "other"));
            assertThat(round.kinds()).containsOnly(Kind.PHANTOM);
        }

        @Test
        void findsAMessageThatWasRefused() {
            round.refuse(4);
            assertThat(round.kinds()).contains(Kind.PHANTOM);
        }

        @Test
        void findsAHole() {
            round.log.remove(4);
            assertThat(round.kinds()).contains(Kind.HOLE, Kind.LOST);
        }

        @Test
        void findsPagesOutOfOrder() {
            round.log.add(round.log.remove(2));
            assertThat(round.kinds()).contains(Kind.HOLE);
        }

        @Test
        void findsReadersWhoAreShownDifferentLogs() {
            round.otherLog.remove(round.otherLog.size() - 1);
            assertThat(round.kinds()).containsOnly(Kind.DIVERGED);
        }
    }

    @Nested
    class Client {

        @Test
        void findsAMessageWithoutAnAnswer() {
            round.forgetAcknowledgement(5);
            assertThat(round.kinds()).containsOnly(Kind.UNRESOLVED);
        }

        @Test
        void findsAnEntryThatWasNotShown() {
            round.secondShown.remove(3);
            assertThat(round.kinds()).containsOnly(Kind.MISSED);
        }

        @Test
        void findsAnEntryThatWasShownTwice() {
            round.secondShown.add(3, round.secondShown.get(2));
            assertThat(round.kinds()).contains(Kind.DOUBLED);
        }

        @Test
        void findsEntriesThatWereShownInTheWrongOrder() {
            round.secondShown.add(round.secondShown.remove(2));
            assertThat(round.kinds()).containsOnly(Kind.REORDERED);
        }

        @Test
        void findsAnEntryThatWasShownAndStandsNowhere() {
            round.firstShown.add(round.phantom());
            assertThat(round.kinds()).containsOnly(Kind.DIVERGED);
        }

        @Test
        void findsAConversationThatAMemberNeverHeardOf() {
            round.secondHeardOfIt = false;
            assertThat(round.kinds()).containsOnly(Kind.MISSED);
        }

        @Test
        void demandsNothingFromBeforeTheClientBegan() {
            round.secondBegan = new Seq(3);
            round.secondShown.removeIf(entry -> !entry.seq().isAfter(round.secondBegan));
            assertThat(round.violations()).isEmpty();
        }
    }

    @Nested
    class ConversationList {

        @Test
        void findsAnUntrueHead() {
            round.listedHead = new Seq(round.log.size() - 1L);
            assertThat(round.kinds()).containsOnly(Kind.UNLISTED);
        }

        @Test
        void findsAMissingConversation() {
            round.listedHead = null;
            assertThat(round.kinds()).containsOnly(Kind.UNLISTED);
        }
    }

    /** Who is no member. */
    @Nested
    class Stranger {

        @Test
        void isFoundAsAnAuthor() {
            round.letTheStrangerWrite(4);
            assertCaught("an entry of who is no member", Kind.UNAUTHORISED);
        }

        @Test
        void isFoundWhenShownTheEntries() {
            round.showTheStranger();
            assertCaught("entries pushed to who is no member", Kind.UNAUTHORISED);
        }

        @Test
        void isFoundWhenToldThatThereIsSuchAConversation() {
            round.strangerLived.add(new Event.Told(round.conversation()));
            assertCaught("a conversation told to who is no member", Kind.UNAUTHORISED);
        }

        @Test
        void isFoundAsAReader() {
            round.strangerReads = true;
            assertCaught("a log read by who is no member", Kind.UNAUTHORISED, Kind.UNLISTED, Kind.MISSED);
        }

        @Test
        void isFoundInWhoseListItStands() {
            round.strangerHasItListed = true;
            assertCaught("a conversation listed to who is no member", Kind.UNAUTHORISED);
        }

        @ParameterizedTest
        @EnumSource(Way.class)
        void isFoundWhereLetIn(Way way) {
            round.strangerLived.add(new Event.Tried(round.conversation(), way, Way.Outcome.LET_IN));
            assertCaught("who is no member let in by " + way, Kind.UNAUTHORISED);
        }

        @ParameterizedTest
        @EnumSource(
                value = Way.Outcome.class,
                names = {"REFUSED", "UNANSWERED"})
        void mayTry(Way.Outcome outcome) {
            round.strangerLived.add(new Event.Tried(round.conversation(), Way.SEND, outcome));
            assertThat(round.violations()).isEmpty();
        }

        private void assertCaught(String planted, Kind... expected) {
            boolean caught = round.kinds().contains(Kind.UNAUTHORISED);
            ProofLog.add(new RuleProof("what real processes did to those who are no members", planted, caught));
            assertThat(round.kinds()).containsOnly(expected);
        }
    }

    @Test
    void saysWhereItWas() {
        round.listedHead = null;
        assertThat(round.violations()).extracting(Violation::detail).allSatisfy(detail -> assertThat(detail)
                .contains(round.conversation().toString()));
        assertThat(List.copyOf(round.violations())).isNotEmpty();
    }
}
