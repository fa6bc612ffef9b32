package io.parley.log.cassandra;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.protocol.internal.util.Bytes;
import io.parley.kernel.ConversationId;
import io.parley.kernel.EntryId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import io.parley.log.Digest;
import io.parley.log.Entry;
import io.parley.log.LogStore.IdAt;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Objects;

/** A log entry as a row, and back. */
final class EntryRow {

    private EntryRow() {}

    static BoundStatement bind(PreparedStatement insert, ConversationId conversation, long bucket, Entry entry) {
        Entry.Envelope envelope = entry.envelope();
        Entry.Body body = Objects.requireNonNull(entry.body(), "an entry is written with its body");
        BoundStatement row = insert.bind(
                conversation.value(),
                bucket,
                envelope.seq().value(),
                envelope.id().value(),
                envelope.author().value(),
                envelope.kind(),
                envelope.version(),
                envelope.ordinal(),
                envelope.at(),
                ByteBuffer.wrap(HexFormat.of().parseHex(envelope.digest().hex())),
                body.salt(),
                body.content());
        // Left unset otherwise: a null would be written as a tombstone, for each message of most clients.
        return envelope.sentAt() == null ? row : row.setInstant("sent_at", envelope.sentAt());
    }

    static Entry read(Row row) {
        Entry.Envelope envelope = new Entry.Envelope(
                new Seq(row.getLong("seq")),
                new EntryId(Objects.requireNonNull(row.getUuid("id"))),
                new UserId(Objects.requireNonNull(row.getUuid("author"))),
                text(row, "kind"),
                row.getInt("version"),
                row.getLong("ordinal"),
                Objects.requireNonNull(row.getInstant("at")),
                row.getInstant("sent_at"),
                new Digest(
                        HexFormat.of().formatHex(Bytes.getArray(Objects.requireNonNull(row.getByteBuffer("digest"))))));
        boolean erased = row.isNull("salt") || row.isNull("content");
        return new Entry(
                envelope,
                erased ? null : new Entry.Body(Objects.requireNonNull(row.getUuid("salt")), text(row, "content")));
    }

    static IdAt idAt(Row row) {
        return new IdAt(new Seq(row.getLong("seq")), new EntryId(Objects.requireNonNull(row.getUuid("id"))));
    }

    static String text(Row row, String column) {
        return Objects.requireNonNull(row.getString(column));
    }
}
