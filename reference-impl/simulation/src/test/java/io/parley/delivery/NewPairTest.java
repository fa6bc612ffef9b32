package io.parley.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.account.User;
import io.parley.account.Users;
import io.parley.evidence.Verifies;
import io.parley.kernel.UserId;
import io.parley.log.Content;
import io.parley.log.ConversationType;
import io.parley.log.Role;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a socket is told of a new direct conversation: the log's threads, which tell it, must look nobody up. */
@Verifies({"MSG-3", "MSG-17"})
class NewPairTest {

    /** PostgreSQL would be asked, and may not answer for long. */
    private static final class Remembered implements Users {

        private final Map<UserId, User> users = new HashMap<>();

        @Override
        public Map<UserId, User> inMemory(Collection<UserId> ids) {
            Map<UserId, User> found = new HashMap<>(users);
            found.keySet().retainAll(ids);
            return found;
        }

        @Override
        public Optional<User> find(UserId id) {
            throw new IllegalStateException("user " + id + " was looked up on a thread of the log");
        }

        @Override
        public Map<UserId, User> byIds(Collection<UserId> ids) {
            throw new IllegalStateException("users " + ids + " were looked up on a thread of the log");
        }
    }

    private final Remembered users = new Remembered();
    private final PushedConversation conversation = new PushedConversation(users);
    private final UserId ann = conversation.aUser();
    private final UserId ben = conversation.aUser();
    private final List<String> toBen = conversation.listenAs(ben);

    @Test
    void showsTheConversationBeforeItsFirstEntry() {
        users.users.put(ann, new User(ann, "ann", "Ann"));
        users.users.put(ben, new User(ben, "ben", "Ben"));

        begin();

        assertThat(toBen).hasSize(2);
        assertThat(toBen.get(0)).startsWith("{\"type\":\"conversation\"").contains("Ann", "Ben");
        assertThat(toBen.get(1)).startsWith("{\"type\":\"entry\"").contains("\"seq\":1");
    }

    @Test
    void pushesItsEntriesAlsoWhenItsMembersAreNotInMemory() {
        users.users.put(ben, new User(ben, "ben", "Ben"));

        begin();
        conversation.say(ann, new Content.Text("hello"));

        assertThat(toBen).hasSize(2);
        assertThat(toBen.get(0)).startsWith("{\"type\":\"entry\"").contains("\"seq\":1");
        assertThat(toBen.get(1)).startsWith("{\"type\":\"entry\"").contains("hello");
    }

    private void begin() {
        TreeMap<UserId, Role> members = new TreeMap<>(Map.of(ann, Role.MEMBER, ben, Role.MEMBER));
        conversation.begin(ConversationType.DIRECT, null, ann, members);
    }
}
