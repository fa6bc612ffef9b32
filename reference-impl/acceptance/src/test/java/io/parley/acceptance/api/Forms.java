package io.parley.acceptance.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the server answers, as a client reads it. Times and ids stay text, as they came. */
public final class Forms {

    private Forms() {}

    public record User(String id, String username, String displayName) {}

    public record Users(List<User> users) {}

    public record Block(User user, String since) {}

    public record Blocks(List<Block> blocks) {}

    public record Device(String id, String name) {}

    public record Session(User user, Device device, String accessToken, String refreshToken, long expiresInSeconds) {}

    public record Member(User user, String role) {}

    public record Conversation(
            String id,
            String type,
            @Nullable String title,
            @Nullable List<Member> members,
            int memberCount,
            long headSeq,
            String lastActivityAt,
            String createdAt,
            @Nullable Long unreadCount,
            @Nullable LastMessage lastMessage) {

        /** Without what only lists tell. */
        public Conversation bare() {
            return new Conversation(
                    id, type, title, members, memberCount, headSeq, lastActivityAt, createdAt, null, null);
        }
    }

    public record LastMessage(String id, long seq, String author, String receivedAt, String text) {}

    public record ConversationPage(
            List<Conversation> conversations, @Nullable String next) {}

    public record Content(String type, String text) {}

    public record Message(
            String id,
            String conversationId,
            long seq,
            long ordinal,
            String author,
            String sentAt,
            String receivedAt,
            Content content) {}

    public record MessagePage(List<Message> messages, long headSeq, boolean more) {}

    public record MemberMark(String user, long delivered, long read) {}

    public record Mark(long delivered, long read) {}

    public record Marks(List<MemberMark> marks, Mark all) {

        /** The member's. */
        public Mark of(Person member) {
            return marks.stream()
                    .filter(mark -> mark.user().equals(member.id()))
                    .map(mark -> new Mark(mark.delivered(), mark.read()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Entries stay as they came: their members differ by kind. */
    public record EntryPage(List<JsonNode> entries, long headSeq, boolean more) {}
}
