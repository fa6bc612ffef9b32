package io.parley.acceptance.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.acceptance.api.Forms.Conversation;
import io.parley.acceptance.api.Forms.ConversationPage;
import io.parley.acceptance.api.Forms.LastMessage;
import io.parley.acceptance.api.Forms.Message;
import io.parley.acceptance.api.Person;
import io.parley.evidence.Verifies;
import io.parley.limits.Limits;
import java.net.http.HttpRequest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** {@code GET /conversations}: order, pages, and what a line of the list holds. */
@Verifies("MSG-14")
class ConversationListTest {

    private final Person ann = Person.registered();
    private final Person bob = Person.registered();

    @Test
    void beginsWithTheNewestActivity() {
        Conversation direct = ann.talksTo(bob);
        Conversation group = ann.gathers(bob, Person.registered());
        assertThat(ids(ann.lists(""))).containsExactly(group.id(), direct.id());

        String receivedAt = bob.says(direct.id(), "up again").receivedAt();

        assertThat(ids(ann.lists(""))).containsExactly(direct.id(), group.id());
        assertThat(ann.lists("").conversations().get(0).lastActivityAt()).isEqualTo(receivedAt);
        assertThat(ann.lists("").conversations().get(0).headSeq()).isEqualTo(2);
    }

    @Test
    void showsMembersOfDirectConversationsOnly() {
        Conversation group = ann.gathers(bob, Person.registered());
        Conversation direct = ann.talksTo(bob);

        List<Conversation> listed = ann.lists("").conversations();

        assertThat(listed.get(0).bare()).isEqualTo(direct);
        assertThat(listed.get(1).members()).isNull();
        assertThat(listed.get(1).memberCount()).isEqualTo(3);
        assertThat(listed.get(1).id()).isEqualTo(group.id());
    }

    @Test
    void showsTheLastMessageAndCountsWhatIsUnread() {
        Conversation direct = ann.talksTo(bob);
        assertThat(line(ann, direct).unreadCount()).isZero();
        assertThat(line(ann, direct).lastMessage()).isNull();

        ann.says(direct.id(), "one");
        ann.says(direct.id(), "two");
        Message last = ann.says(direct.id(), "three");

        assertThat(line(bob, direct).unreadCount()).isEqualTo(3);
        assertThat(line(ann, direct).unreadCount()).isZero();
        assertThat(line(bob, direct).lastMessage())
                .isEqualTo(new LastMessage(last.id(), last.seq(), last.author(), last.receivedAt(), "three"));

        bob.says(direct.id(), "read it");
        assertThat(line(bob, direct).unreadCount()).isZero();
        assertThat(line(ann, direct).unreadCount()).isEqualTo(1);
    }

    @Test
    void showsTheFirstCharactersOfALongMessageAndNoHalfOne() {
        Conversation direct = ann.talksTo(bob);
        int max = Limits.packaged().inbox().previewCharsMax();
        bob.says(direct.id(), "\uD83D\uDE00".repeat(max + 1));

        assertThat(Objects.requireNonNull(line(ann, direct).lastMessage()).text())
                .isEqualTo("\uD83D\uDE00".repeat(max));
    }

    private static Conversation line(Person reader, Conversation conversation) {
        return reader.lists("").conversations().stream()
                .filter(listed -> listed.id().equals(conversation.id()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Verifies({"MSG-14", "QG-7"})
    void holdsOnesOwnConversationsOnly() {
        Person eve = Person.registered();
        ann.talksTo(bob);

        assertThat(eve.lists("")).isEqualTo(new ConversationPage(List.of(), null));
    }

    @Test
    void comesInPages() throws SQLException {
        int defaultLength = Limits.packaged().page().defaultEntries();
        List<String> made = startDirectConversations(defaultLength + 1);
        List<Conversation> whole = ann.lists("?limit=200").conversations();

        assertThat(ids(ann.lists("?limit=200"))).hasSameElementsAs(made).hasSize(made.size());
        assertThat(whole)
                .isSortedAccordingTo(
                        Comparator.comparing(Conversation::lastActivityAt).reversed());
        ConversationPage first = ann.lists("");
        assertThat(first.conversations()).isEqualTo(whole.subList(0, defaultLength));
        assertThat(ann.lists("?cursor=" + first.next()).conversations())
                .isEqualTo(whole.subList(defaultLength, whole.size()));
        assertThat(ann.lists("?limit=" + whole.size()).next()).isNull();
        assertThat(walk(20)).isEqualTo(whole);
        assertThat(walk(17)).isEqualTo(whole);
        assertThat(bob.lists("?cursor=" + first.next()).conversations()).isEmpty();
    }

    private List<Conversation> walk(int length) {
        List<Conversation> walked = new ArrayList<>();
        ConversationPage page = ann.lists("?limit=" + length);
        walked.addAll(page.conversations());
        while (page.next() != null) {
            assertThat(page.conversations()).hasSize(length);
            page = ann.lists("?limit=" + length + "&cursor=" + page.next());
            walked.addAll(page.conversations());
        }
        return walked;
    }

    private List<String> startDirectConversations(int count) throws SQLException {
        List<HttpRequest.Builder> requests = Crowd.of(count).stream()
                .map(other -> Map.of("type", "direct", "members", List.of(other)))
                .map(body -> ann.api().posting("/conversations", body))
                .toList();
        return ann.api().sendAll(requests).stream()
                .map(answer -> answer.expect(201).text("/id"))
                .toList();
    }

    private static List<String> ids(ConversationPage page) {
        return page.conversations().stream().map(Conversation::id).toList();
    }
}
