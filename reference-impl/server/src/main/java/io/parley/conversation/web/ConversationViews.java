package io.parley.conversation.web;

import io.parley.account.User;
import io.parley.account.Users;
import io.parley.conversation.Conversation;
import io.parley.inbox.InboxRow;
import io.parley.kernel.UserId;
import io.parley.kernel.WireTime;
import io.parley.log.ConversationState;
import io.parley.log.ConversationType;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Makes the JSON form of conversations. Blocks while users are looked up, unless it says otherwise; safe for use by several threads. */
@Component
public class ConversationViews {

    private final Users users;

    ConversationViews(Users users) {
        this.users = users;
    }

    /** With all members. */
    public ConversationView whole(Conversation conversation) {
        return view(
                conversation, true, users.byIds(conversation.state().members().keySet()));
    }

    /**
     * As pushed frames show it: a group without its members, and of a direct conversation nothing if its two members are not in
     * memory. Does not block.
     */
    public Optional<ConversationView> brief(Conversation conversation) {
        if (conversation.state().type() != ConversationType.DIRECT) {
            return Optional.of(view(conversation, false, Map.of()));
        }
        Set<UserId> pair = conversation.state().members().keySet();
        Map<UserId, User> known = users.inMemory(pair);
        return known.size() < pair.size() ? Optional.empty() : Optional.of(view(conversation, true, known));
    }

    /** As lists show them: a group without its members, and what is new. */
    List<ConversationView> listed(UserId reader, Collection<InboxRow> rows) {
        Set<UserId> shown = new HashSet<>(Set.of(reader));
        rows.forEach(row -> Stream.ofNullable(row.head().peer()).forEach(shown::add));
        Map<UserId, User> known = users.byIds(shown);
        return rows.stream().map(row -> listed(reader, row, known)).toList();
    }

    private static ConversationView listed(UserId reader, InboxRow row, Map<UserId, User> known) {
        InboxRow.Head head = row.head();
        return new ConversationView(
                row.conversation().toString(),
                head.type().code(),
                head.title().orElse(null),
                head.type() == ConversationType.DIRECT ? pair(reader, head, known) : null,
                head.memberCount(),
                head.seq().value(),
                WireTime.text(head.lastActivityAt()),
                WireTime.text(head.createdAt()),
                row.unreadCount(),
                row.lastMessage().map(LastMessageView::of).orElse(null));
    }

    /** Both of a direct conversation, in the order in which the conversation itself names them. */
    private static List<ConversationView.MemberView> pair(UserId reader, InboxRow.Head head, Map<UserId, User> known) {
        return Stream.concat(Stream.of(reader), Stream.ofNullable(head.peer()))
                .sorted()
                .flatMap(user -> Stream.ofNullable(known.get(user)))
                .map(user -> new ConversationView.MemberView(user, head.role().code()))
                .toList();
    }

    private static ConversationView view(Conversation conversation, boolean withMembers, Map<UserId, User> known) {
        ConversationState state = conversation.state();
        return new ConversationView(
                conversation.id().toString(),
                state.type().code(),
                state.title().orElse(null),
                withMembers ? members(state, known) : null,
                state.members().size(),
                state.head().value(),
                WireTime.text(state.lastActivityAt()),
                WireTime.text(state.createdAt()),
                null,
                null);
    }

    private static List<ConversationView.MemberView> members(ConversationState state, Map<UserId, User> known) {
        return state.members().entrySet().stream()
                .flatMap(member -> Stream.ofNullable(known.get(member.getKey()))
                        .map(user -> new ConversationView.MemberView(
                                user, member.getValue().code())))
                .toList();
    }
}
