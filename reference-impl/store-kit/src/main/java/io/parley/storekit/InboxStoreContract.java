package io.parley.storekit;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import io.parley.evidence.Verifies;
import io.parley.inbox.InboxRow;
import io.parley.inbox.InboxRow.Head;
import io.parley.inbox.InboxRow.LastMessage;
import io.parley.inbox.InboxRow.ReadMark;
import io.parley.inbox.InboxStore;
import io.parley.kernel.ConversationId;
import io.parley.kernel.EntryId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import io.parley.log.ConversationType;
import io.parley.log.Role;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract of {@link InboxStore}: what inboxes rely on, whichever adapter is below. */
@Verifies("MSG-14")
public abstract class InboxStoreContract extends StoreContract<InboxStore> {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final int MANY = 25;

    private UserId ann = newUser();
    private ConversationId conversation = SampleEntries.newConversation();

    @BeforeEach
    void beginAnotherInbox() {
        ann = newUser();
        conversation = SampleEntries.newConversation();
    }

    private static UserId newUser() {
        return new UserId(UuidCreator.getTimeOrderedEpoch());
    }

    private InboxRow row(long head, @Nullable LastMessage message, @Nullable ReadMark read) {
        return new InboxRow(
                conversation,
                new Head(
                        new Seq(head),
                        head - 1,
                        NOW,
                        ConversationType.GROUP,
                        Optional.of("Friends"),
                        Role.MEMBER,
                        3,
                        null,
                        NOW),
                Optional.ofNullable(message),
                Optional.ofNullable(read));
    }

    private LastMessage message(long seq) {
        return new LastMessage(
                new Seq(seq), new EntryId(SampleEntries.newConversation().value()), ann, "message", "hello", NOW);
    }

    private void write(InboxRow row) {
        await(store().write(Map.of(ann, row), NOW));
    }

    private void remove(long seq) {
        await(store().remove(conversation, Map.of(ann, new Seq(seq))));
    }

    private void erase(long message) {
        await(store().erasePreview(List.of(ann), conversation, new Seq(message)));
    }

    private List<InboxRow> rows() {
        return await(store().rows(ann)).stream().map(InboxStore.Stored::row).toList();
    }

    @Test
    void keepsTheLaterOfEachPartInWhateverOrderTheyCome() {
        InboxRow newer = row(7, message(6), null);
        write(newer);
        write(row(3, message(3), new ReadMark(new Seq(3), 2)));
        await(store().writeRead(ann, conversation, new ReadMark(new Seq(2), 1)));

        assertThat(rows())
                .containsExactly(new InboxRow(
                        conversation, newer.head(), newer.lastMessage(), Optional.of(new ReadMark(new Seq(3), 2))));
    }

    @Test
    void showsNothingOfARowThatWasRemoved() {
        write(row(7, message(7), new ReadMark(new Seq(7), 6)));

        remove(8);

        assertThat(rows()).isEmpty();
    }

    @Test
    void doesNotBringBackByALateWriteWhatWasRemoved() {
        remove(8);

        write(row(7, message(7), new ReadMark(new Seq(7), 6)));

        assertThat(rows()).isEmpty();
    }

    @Test
    void bringsARowBackWhoseUserIsAddedAgainAndNothingFromBefore() {
        write(row(7, message(7), new ReadMark(new Seq(7), 6)));
        remove(8);
        InboxRow again = row(9, null, new ReadMark(new Seq(9), 6));

        write(again);

        assertThat(rows()).containsExactly(again);
    }

    @Test
    void keepsARowWhoseUserIsAddedAgainWhenTheRemovalComesLate() {
        InboxRow again = row(9, message(9), new ReadMark(new Seq(9), 6));
        write(again);

        remove(8);

        assertThat(rows()).containsExactly(again);
    }

    @Test
    @Verifies({"MSG-14", "MSG-15"})
    void erasesThePreviewOfADeletedMessageAndKeepsTheRest() {
        InboxRow row = row(7, message(6), null);
        write(row);

        erase(6);

        assertThat(rows())
                .containsExactly(new InboxRow(
                        conversation, row.head(), row.lastMessage().map(LastMessage::erased), Optional.empty()));
    }

    @Test
    @Verifies({"MSG-14", "MSG-15"})
    void doesNotBringBackByALateWriteThePreviewOfADeletedMessage() {
        InboxRow row = row(7, message(6), null);
        write(row);
        erase(6);

        write(row);

        assertThat(rows())
                .allSatisfy(kept ->
                        assertThat(kept.lastMessage().orElseThrow().isErased()).isTrue());
    }

    @Test
    @Verifies({"MSG-14", "MSG-15"})
    void keepsThePreviewOfALaterMessageInWhateverOrderTheyCome() {
        write(row(7, message(6), null));
        InboxRow later = row(8, message(8), null);
        write(later);

        erase(6);

        assertThat(rows()).containsExactly(later);

        erase(7);
        assertThat(rows()).containsExactly(later);
    }

    @Test
    void writesRemovesAndErasesForManyAndLeavesNobodyOut() {
        List<UserId> many =
                LongStream.range(0, MANY).mapToObj(number -> newUser()).toList();
        InboxRow row = row(7, message(7), null);

        for (List<UserId> part : store().together(many)) {
            await(store().write(part.stream().collect(Collectors.toMap(user -> user, user -> row)), NOW));
            await(store().erasePreview(part, conversation, new Seq(7)));
        }
        assertThat(previews(many)).hasSize(MANY).containsOnly("");

        for (List<UserId> part : store().together(many)) {
            await(store().remove(
                            conversation, part.stream().collect(Collectors.toMap(user -> user, user -> new Seq(8)))));
        }
        assertThat(previews(many)).isEmpty();
    }

    private List<String> previews(Collection<UserId> users) {
        return users.stream()
                .flatMap(user -> await(store().rows(user)).stream())
                .map(stored -> stored.row().lastMessage().orElseThrow().text())
                .toList();
    }
}
