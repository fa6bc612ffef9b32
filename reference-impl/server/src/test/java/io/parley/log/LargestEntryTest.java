package io.parley.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import io.parley.evidence.Verifies;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import io.parley.limits.Limits;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What each read counts an entry as. */
@Verifies("MSG-4")
class LargestEntryTest {

    private static final Limits LIMITS = Limits.packaged();
    private static final LogSettings.Reads READS = LogSettings.Reads.of(LIMITS, 1 << 30);

    /** Characters that JSON writes as six bytes each. */
    private static final String TEXT = "\u0001".repeat(LIMITS.message().textBytesMax());

    private static final String TITLE = "\u0001".repeat(LIMITS.conversation().titleCharsMax());

    @Test
    void isNoLargerThanItCounts() {
        Content longest = new Content.Text(TEXT);
        assertThat(Stream.of(
                        longest,
                        new MessageChange.Edit(new Seq(9_007_199_254_740_991L), TEXT),
                        new Content.Created(ConversationType.GROUP, TITLE, members()),
                        new GroupChange.Membership(
                                members(), new TreeSet<>(members().keySet()))))
                .extracting(ContentCodec::encode)
                .allMatch(content -> bytes(content) <= READS.entryBytesMax());
        // A smaller number would not do.
        assertThat(bytes(ContentCodec.encode(longest))).isGreaterThan(READS.entryBytesMax() - 256);
    }

    @Test
    void isNoSmallerThanASnapshot() {
        Entry creation = Given.draft(Given.nothing(), List.of(Given.creation()))
                .entries()
                .get(0);
        Content created = new Content.Created(ConversationType.GROUP, TITLE, members());
        ConversationState state = ConversationState.empty(LIMITS.log().idWindowEntries())
                .plus(new Entry(creation.envelope(), new Entry.Body(new UUID(0, 0), ContentCodec.encode(created))));
        for (int seq = 2; seq <= LIMITS.log().idWindowEntries() + 1; seq++) {
            state = state.plus(States.message(seq, "x"));
        }

        assertThat(bytes(SnapshotCodec.encode(state).state())).isBetween(10_000, READS.entryBytesMax());
    }

    private static SortedMap<UserId, Role> members() {
        SortedMap<UserId, Role> members = new TreeMap<>();
        for (int i = 0; i < LIMITS.conversation().membersMax(); i++) {
            members.put(new UserId(UuidCreator.getTimeOrderedEpoch()), Role.MEMBER);
        }
        return members;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
