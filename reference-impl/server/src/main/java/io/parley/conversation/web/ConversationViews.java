package io.parley.conversation.web;

import io.parley.account.User;
import io.parley.account.Users;
import io.parley.conversation.Conversation;
import io.parley.kernel.UserId;
import io.parley.kernel.WireTime;
import io.parley.log.ConversationState;
import io.parley.log.ConversationType;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Makes the JSON form of conversations. Blocks while users are looked up; safe for use by several threads. */
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

    /** As lists and pushed frames show it: a group without its members. */
    public ConversationView brief(Conversation conversation) {
        return brief(List.of(conversation)).get(0);
    }

    /** As lists show them. */
    public List<ConversationView> brief(Collection<Conversation> conversations) {
        Set<UserId> shown = new HashSet<>();
        conversations.stream()
                .filter(ConversationViews::isDirect)
                .forEach(conversation ->
                        shown.addAll(conversation.state().members().keySet()));
        Map<UserId, User> known = users.byIds(shown);
        return conversations.stream()
                .map(conversation -> view(conversation, isDirect(conversation), known))
                .toList();
    }

    private static boolean isDirect(Conversation conversation) {
        return conversation.state().type() == ConversationType.DIRECT;
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
                WireTime.text(state.createdAt()));
    }

    private static List<ConversationView.MemberView> members(ConversationState state, Map<UserId, User> known) {
        return state.members().entrySet().stream()
                .flatMap(member -> Stream.ofNullable(known.get(member.getKey()))
                        .map(user -> new ConversationView.MemberView(
                                user, member.getValue().code())))
                .toList();
    }
}
