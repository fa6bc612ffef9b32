package io.parley.acceptance.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.acceptance.api.Forms.EntryPage;
import io.parley.acceptance.api.Forms.Message;
import io.parley.acceptance.api.Forms.MessagePage;
import io.parley.acceptance.api.Ids;
import io.parley.acceptance.api.Person;
import io.parley.evidence.Verifies;
import io.parley.limits.Limits;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Pages of a conversation of more messages than one holds, behind entry 1. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Verifies("MSG-4")
class HistoryTest {

    private static final Limits.Page PAGE = Limits.packaged().page();

    /** More than a page holds. */
    private static final int MESSAGES = PAGE.entriesMax() + 30;

    private static final long HEAD = MESSAGES + 1L;

    private final Person ann = Person.registered();
    private final Person bob = Person.registered();
    private String conversation = "";
    private List<Message> sent = List.of();

    @BeforeAll
    void talk() {
        conversation = ann.talksTo(bob).id();
        String address = "/conversations/" + conversation + "/messages";
        List<HttpRequest.Builder> requests = IntStream.range(0, MESSAGES)
                .mapToObj(i -> ann.api().posting(address, Person.message(Ids.next(), "message " + i)))
                .toList();
        sent = ann.api().sendAll(requests).stream()
                .map(answer -> answer.expect(201, Message.class))
                .sorted(Comparator.comparingLong(Message::seq))
                .toList();
    }

    @Test
    void beginsWithTheNewestPage() {
        MessagePage page = bob.readsMessages(conversation, "");

        assertThat(page.messages()).isEqualTo(sent.subList(MESSAGES - PAGE.defaultEntries(), MESSAGES));
        assertThat(page.headSeq()).isEqualTo(HEAD);
        assertThat(page.more()).isTrue();
        EntryPage entries = bob.readsEntries(conversation, "");
        assertThat(seqs(entries)).isEqualTo(range(HEAD - PAGE.defaultEntries() + 1, HEAD));
        assertThat(entries.headSeq()).isEqualTo(HEAD);
        assertThat(entries.more()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("shortAndLongPages")
    void isWalkedBackwardsWithoutHoleOrRepeat(int limit) {
        List<Message> messages = new ArrayList<>();
        List<Long> entries = new ArrayList<>();
        if (limit > 1) {
            MessagePage page = ann.readsMessages(conversation, "?limit=" + limit);
            messages.addAll(page.messages());
            while (page.more()) {
                page = ann.readsMessages(
                        conversation,
                        "?limit=" + limit + "&before=" + messages.get(0).seq());
                messages.addAll(0, page.messages());
            }
            assertThat(messages).isEqualTo(sent);
        }
        EntryPage page = ann.readsEntries(conversation, "?limit=" + limit);
        entries.addAll(seqs(page));
        while (page.more() && entries.size() < 5 * limit) {
            page = ann.readsEntries(conversation, "?limit=" + limit + "&before=" + entries.get(0));
            entries.addAll(0, seqs(page));
        }
        assertThat(entries).isEqualTo(range(HEAD - entries.size() + 1, HEAD));
        assertThat(page.more()).isEqualTo(entries.get(0) > 1);
    }

    @ParameterizedTest
    @MethodSource("longPages")
    void isWalkedForwardsWithoutHoleOrRepeat(int limit) {
        List<Message> messages = new ArrayList<>();
        MessagePage page = ann.readsMessages(conversation, "?after=0&limit=" + limit);
        messages.addAll(page.messages());
        while (page.more()) {
            page = ann.readsMessages(
                    conversation,
                    "?limit=" + limit + "&after="
                            + messages.get(messages.size() - 1).seq());
            messages.addAll(page.messages());
        }
        assertThat(messages).isEqualTo(sent);
        List<Long> entries = new ArrayList<>();
        EntryPage part = ann.readsEntries(conversation, "?after=0&limit=" + limit);
        entries.addAll(seqs(part));
        while (part.more()) {
            part = ann.readsEntries(conversation, "?limit=" + limit + "&after=" + entries.get(entries.size() - 1));
            entries.addAll(seqs(part));
        }
        assertThat(entries).isEqualTo(range(1, HEAD));
    }

    @Test
    void leavesItsBoundsOut() {
        assertThat(seqs(ann.readsEntries(conversation, "?before=10&limit=3"))).containsExactly(7L, 8L, 9L);
        assertThat(seqs(ann.readsEntries(conversation, "?after=10&limit=3"))).containsExactly(11L, 12L, 13L);
        assertThat(seqs(ann.readsMessages(conversation, "?before=10&limit=3"))).containsExactly(7L, 8L, 9L);
        assertThat(seqs(ann.readsMessages(conversation, "?after=10&limit=3"))).containsExactly(11L, 12L, 13L);
    }

    @Test
    void saysWhetherThereIsMoreInTheDirectionThatWasAsked() {
        assertThat(ann.readsEntries(conversation, "?before=4&limit=3").more()).isFalse();
        assertThat(ann.readsEntries(conversation, "?before=4&limit=2").more()).isTrue();
        assertThat(ann.readsEntries(conversation, "?after=" + (HEAD - 3) + "&limit=3")
                        .more())
                .isFalse();
        assertThat(ann.readsEntries(conversation, "?after=" + (HEAD - 3) + "&limit=2")
                        .more())
                .isTrue();
        // Below the first message stands the creation, which is none.
        assertThat(ann.readsMessages(conversation, "?before=4&limit=2").more()).isFalse();
        assertThat(ann.readsMessages(conversation, "?before=4&limit=1").more()).isTrue();
        assertThat(ann.readsMessages(conversation, "?after=" + (HEAD - 3) + "&limit=3")
                        .more())
                .isFalse();
        assertThat(ann.readsMessages(conversation, "?after=" + (HEAD - 3) + "&limit=2")
                        .more())
                .isTrue();
    }

    @Test
    void isEmptyBeyondItsEnds() {
        for (String range : List.of("?before=1", "?after=" + HEAD, "?after=" + (HEAD + 5), "?after=9007199254740991")) {
            assertThat(ann.readsEntries(conversation, range)).isEqualTo(new EntryPage(List.of(), HEAD, false));
            assertThat(ann.readsMessages(conversation, range)).isEqualTo(new MessagePage(List.of(), HEAD, false));
        }
        assertThat(ann.readsMessages(conversation, "?before=2")).isEqualTo(new MessagePage(List.of(), HEAD, false));
        assertThat(seqs(ann.readsEntries(conversation, "?before=9007199254740991&limit=2")))
                .containsExactly(HEAD - 1, HEAD);
    }

    @Test
    void showsAMessageTheSameAsEntryAndAsMessage() {
        List<JsonNode> entries = ann.readsEntries(conversation, "?after=1&limit=" + PAGE.entriesMax())
                .entries();
        for (int i = 0; i < entries.size(); i++) {
            JsonNode entry = entries.get(i);
            Message message = sent.get(i);
            assertThat(entry.get("kind").asString()).isEqualTo("message");
            assertThat(entry.get("id").asString()).isEqualTo(message.id());
            assertThat(entry.get("conversationId").asString()).isEqualTo(conversation);
            assertThat(entry.get("seq").asLong()).isEqualTo(message.seq());
            assertThat(entry.get("ordinal").asLong())
                    .isEqualTo(message.ordinal())
                    .isEqualTo(message.seq() - 1);
            assertThat(entry.get("author").asString()).isEqualTo(message.author());
            assertThat(entry.get("at").asString()).isEqualTo(message.receivedAt());
            assertThat(entry.get("receivedAt").asString()).isEqualTo(message.receivedAt());
            assertThat(entry.get("sentAt").asString()).isEqualTo(message.sentAt());
            assertThat(entry.at("/content/text").asString())
                    .isEqualTo(message.content().text());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages", "entries"})
    @Verifies({"MSG-4", "API-2"})
    void refusesRangesThatAreNone(String what) {
        String address = "/conversations/" + conversation + "/" + what;
        ann.api().get(address + "?before=5&after=2").expectInvalid("after");
        String tooLong = Integer.toString(PAGE.entriesMax() + 1);
        for (String limit : List.of("0", tooLong, "-1", "x", "", "1.0", "+1", "%D9%A3", "99999999999999999999")) {
            ann.api().get(address + "?limit=" + limit).expectInvalid("limit");
        }
        for (String before : List.of("0", "-1", "x", "", "9007199254740992", "1e3")) {
            ann.api().get(address + "?before=" + before).expectInvalid("before");
        }
        for (String after : List.of("-1", "x", "", "9007199254740992", "%20")) {
            ann.api().get(address + "?after=" + after).expectInvalid("after");
        }
        ann.api().get(address + "?limit=1&unknown=x").expect(200);
    }

    static IntStream shortAndLongPages() {
        return IntStream.concat(IntStream.of(1), longPages());
    }

    /** As long as when none is asked for, half of all, and as long as may be. */
    static IntStream longPages() {
        return IntStream.of(PAGE.defaultEntries(), MESSAGES / 2, PAGE.entriesMax() - 1, PAGE.entriesMax());
    }

    private static List<Long> seqs(EntryPage page) {
        return page.entries().stream().map(entry -> entry.get("seq").asLong()).toList();
    }

    private static List<Long> seqs(MessagePage page) {
        return page.messages().stream().map(Message::seq).toList();
    }

    private static List<Long> range(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }
}
