package io.parley.acceptance.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.acceptance.api.Answer;
import io.parley.acceptance.api.Forms.EntryPage;
import io.parley.acceptance.api.Forms.Message;
import io.parley.acceptance.api.Forms.MessagePage;
import io.parley.acceptance.api.Person;
import io.parley.evidence.Verifies;
import io.parley.limits.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Pages of messages that are as large as messages can be: shorter than was asked for, and whole when they are walked. */
@Verifies({"MSG-4", "API-2"})
class LargePagesTest {

    private static final Limits LIMITS = Limits.packaged();
    private static final String LONGEST = "?limit=" + LIMITS.page().entriesMax();
    private static final int MESSAGES = 8;

    /** Each of its characters is six in JSON. */
    private static final String TEXT = "\u0001".repeat(LIMITS.message().textBytesMax());

    /** What stands around the contents. */
    private static final int FRAME_BYTES_MAX = 4_096;

    private final Person ann = Person.registered();
    private final Person bob = Person.registered();
    private final String conversation = ann.talksTo(bob).id();
    private final List<Message> sent =
            Stream.generate(() -> ann.says(conversation, TEXT)).limit(MESSAGES).toList();

    @Test
    void areNoLargerThanTheyMayBe() {
        for (String part : List.of("messages", "entries")) {
            for (String query : List.of(LONGEST, LONGEST + "&after=0")) {
                Answer page = ann.api().get("/conversations/" + conversation + "/" + part + query);
                assertThat(page.expect(200).body())
                        .hasSizeLessThan(LIMITS.page().bytesMax() + FRAME_BYTES_MAX);
                assertThat(page.json().get(part)).isNotEmpty();
                assertThat(page.json().get("more").asBoolean()).isTrue();
            }
        }
    }

    @Test
    void areWalkedInBothDirectionsWithoutHoleOrRepeat() {
        List<Message> backwards = new ArrayList<>();
        MessagePage messages = bob.readsMessages(conversation, LONGEST);
        backwards.addAll(messages.messages());
        while (messages.more()) {
            messages = bob.readsMessages(
                    conversation, LONGEST + "&before=" + backwards.get(0).seq());
            backwards.addAll(0, messages.messages());
        }
        assertThat(backwards).isEqualTo(sent);

        List<Long> forwards = new ArrayList<>();
        EntryPage entries = bob.readsEntries(conversation, LONGEST + "&after=0");
        forwards.addAll(seqs(entries));
        while (entries.more()) {
            entries = bob.readsEntries(conversation, LONGEST + "&after=" + forwards.get(forwards.size() - 1));
            forwards.addAll(seqs(entries));
        }
        assertThat(forwards)
                .isEqualTo(LongStream.rangeClosed(1, MESSAGES + 1).boxed().toList());
    }

    private static List<Long> seqs(EntryPage page) {
        return page.entries().stream().map(entry -> entry.get("seq").asLong()).toList();
    }
}
