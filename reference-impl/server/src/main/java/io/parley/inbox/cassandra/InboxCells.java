package io.parley.inbox.cassandra;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.BoundStatementBuilder;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import io.parley.inbox.InboxRow;
import io.parley.inbox.InboxRow.Head;
import io.parley.inbox.InboxRow.LastMessage;
import io.parley.inbox.InboxRow.ReadMark;
import io.parley.inbox.InboxStore.Stored;
import io.parley.kernel.ConversationId;
import io.parley.kernel.EntryId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import io.parley.log.ConversationType;
import io.parley.log.Role;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** An inbox row as cells, and back. What a row does not have is left unset, as a null would become a tombstone; one is wanted where a text is erased. */
final class InboxCells {

    private InboxCells() {}

    static BoundStatement head(PreparedStatement insert, UserId user, InboxRow row, Instant writtenAt) {
        return withHead(key(insert, user, row.conversation(), row.head().seq()), row.head(), writtenAt)
                .build();
    }

    static BoundStatement message(
            PreparedStatement insert, UserId user, ConversationId conversation, LastMessage message) {
        return withMessage(key(insert, user, conversation, message.seq()), message)
                .build();
    }

    /** Of a row whose last message is its head, so that one timestamp fits both. */
    static BoundStatement headAndMessage(PreparedStatement insert, UserId user, InboxRow row, Instant writtenAt) {
        BoundStatementBuilder cells =
                key(insert, user, row.conversation(), row.head().seq());
        return withMessage(
                        withHead(cells, row.head(), writtenAt),
                        row.lastMessage().orElseThrow())
                .build();
    }

    private static BoundStatementBuilder key(
            PreparedStatement insert, UserId user, ConversationId conversation, Seq timestamp) {
        return insert.boundStatementBuilder()
                .setUuid("user_id", user.value())
                .setUuid("conversation_id", conversation.value())
                .setLong("[timestamp]", timestamp.value());
    }

    private static BoundStatementBuilder withHead(BoundStatementBuilder cells, Head head, Instant writtenAt) {
        BoundStatementBuilder set = cells.setLong("head_seq", head.seq().value())
                .setLong("ordinal", head.ordinal())
                .setInstant("last_at", head.lastActivityAt())
                .setString("type", head.type().code())
                .setString("role", head.role().code())
                .setInt("member_count", head.memberCount())
                .setInstant("created_at", head.createdAt())
                .setInstant("written_at", writtenAt);
        if (head.title().isPresent()) {
            set = set.setString("title", head.title().get());
        }
        return head.peer() == null ? set : set.setUuid("peer", head.peer().value());
    }

    private static BoundStatementBuilder withMessage(BoundStatementBuilder cells, LastMessage message) {
        BoundStatementBuilder set =
                message.isErased() ? cells.setToNull("message_text") : cells.setString("message_text", message.text());
        return set.setLong("message_seq", message.seq().value())
                .setUuid("message_id", message.id().value())
                .setUuid("message_author", message.author().value())
                .setString("message_kind", message.kind())
                .setInstant("message_at", message.at());
    }

    static BoundStatement read(PreparedStatement insert, UserId user, ConversationId conversation, ReadMark read) {
        return insert.bind(
                user.value(),
                conversation.value(),
                read.seq().value(),
                read.ordinal(),
                read.seq().value());
    }

    static Stored stored(Row row) {
        UUID peer = row.getUuid("peer");
        Head head = new Head(
                new Seq(row.getLong("head_seq")),
                row.getLong("ordinal"),
                time(row, "last_at"),
                ConversationType.valueOf(text(row, "type").toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getString("title")),
                Role.valueOf(text(row, "role").toUpperCase(Locale.ROOT)),
                row.getInt("member_count"),
                peer == null ? null : new UserId(peer),
                time(row, "created_at"));
        return new Stored(
                new InboxRow(
                        new ConversationId(Objects.requireNonNull(row.getUuid("conversation_id"))),
                        head,
                        row.isNull("message_seq") ? Optional.empty() : Optional.of(message(row)),
                        row.isNull("read_seq")
                                ? Optional.empty()
                                : Optional.of(
                                        new ReadMark(new Seq(row.getLong("read_seq")), row.getLong("read_ordinal")))),
                time(row, "written_at"));
    }

    private static LastMessage message(Row row) {
        return new LastMessage(
                new Seq(row.getLong("message_seq")),
                new EntryId(Objects.requireNonNull(row.getUuid("message_id"))),
                new UserId(Objects.requireNonNull(row.getUuid("message_author"))),
                text(row, "message_kind"),
                Objects.requireNonNullElse(row.getString("message_text"), ""),
                time(row, "message_at"));
    }

    private static Instant time(Row row, String column) {
        return Objects.requireNonNull(row.getInstant(column));
    }

    private static String text(Row row, String column) {
        return Objects.requireNonNull(row.getString(column));
    }
}
