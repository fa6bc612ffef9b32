package io.parley.storekit;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.conversation.DirectConversations;
import io.parley.conversation.UserPair;
import io.parley.evidence.Verifies;
import io.parley.kernel.ConversationId;
import io.parley.kernel.UserId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract of {@link DirectConversations}: a pair has one conversation at a time, and whoever asks is told the same. */
@Verifies("MSG-1")
public abstract class DirectConversationsContract extends StoreContract<DirectConversations> {

    private static final int RIVALS = 4;

    private UserPair pair = anyPair();
    private ConversationId one = SampleEntries.newConversation();
    private ConversationId other = SampleEntries.newConversation();

    @BeforeEach
    void meetAnew() {
        pair = anyPair();
        one = SampleEntries.newConversation();
        other = SampleEntries.newConversation();
    }

    private static UserPair anyPair() {
        return UserPair.of(new UserId(UUID.randomUUID()), new UserId(UUID.randomUUID()));
    }

    private ConversationId claim(ConversationId wanted) {
        return await(store().claim(pair, wanted));
    }

    private ConversationId replace(ConversationId stale, ConversationId wanted) {
        return await(store().replace(pair, stale, wanted));
    }

    private void assertFound(ConversationId expected) {
        assertThat(await(store().find(pair))).contains(expected);
    }

    @Test
    void findsNothingForAPairThatClaimedNothing() {
        claim(one);
        UserPair sharesOne = UserPair.of(pair.low(), new UserId(UUID.randomUUID()));

        assertThat(await(store().find(sharesOne))).isEmpty();
    }

    @Test
    void keepsTheFirstClaimAndTellsItToTheSecond() {
        assertThat(claim(one)).isEqualTo(one);
        assertThat(claim(other)).isEqualTo(one);

        assertFound(one);
    }

    @Test
    void answersARepeatedClaimAsTheFirst() {
        claim(one);

        assertThat(claim(one)).isEqualTo(one);
        assertFound(one);
    }

    @Test
    void keepsPairsApart() {
        claim(one);
        UserPair first = pair;
        pair = UserPair.of(first.low(), new UserId(UUID.randomUUID()));

        assertThat(claim(other)).isEqualTo(other);
        assertFound(other);
        assertThat(await(store().find(first))).contains(one);
    }

    @Test
    void replacesWhatIsStale() {
        claim(one);

        assertThat(replace(one, other)).isEqualTo(other);
        assertFound(other);
        assertThat(claim(one)).isEqualTo(other);
    }

    @Test
    void replacesNothingButWhatItWasToldIsStale() {
        claim(one);
        ConversationId third = SampleEntries.newConversation();

        assertThat(replace(third, other)).isEqualTo(one);
        assertFound(one);
    }

    /** Whoever was not told whether it was replaced asks again. */
    @Test
    void answersARepeatedReplacementAsTheFirst() {
        claim(one);
        replace(one, other);

        assertThat(replace(one, other)).isEqualTo(other);
        assertFound(other);
    }

    @Test
    void letsOneOfManyClaimsWin() {
        List<ConversationId> wanted = rivals();

        assertOneWins(
                wanted, wanted.stream().map(each -> store().claim(pair, each)).toList());
    }

    @Test
    void letsOneOfManyReplacementsWin() {
        claim(one);
        List<ConversationId> wanted = rivals();

        assertOneWins(
                wanted,
                wanted.stream().map(each -> store().replace(pair, one, each)).toList());
    }

    private static List<ConversationId> rivals() {
        return Stream.generate(SampleEntries::newConversation).limit(RIVALS).toList();
    }

    /** All are under way before the first is waited for. */
    private void assertOneWins(List<ConversationId> wanted, List<CompletionStage<ConversationId>> underWay) {
        Set<ConversationId> told = new HashSet<>();
        underWay.forEach(stage -> told.add(await(stage)));

        assertThat(told).hasSize(1).isSubsetOf(wanted);
        assertFound(told.iterator().next());
    }
}
