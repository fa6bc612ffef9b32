package io.parley.storekit;

import com.github.f4b6a3.uuid.UuidCreator;
import io.parley.kernel.ConversationId;
import io.parley.kernel.EntryId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import io.parley.log.Digest;
import io.parley.log.Entry;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Entries that no rule has looked at: a store keeps what it is given. */
final class SampleEntries {

    private static final Instant AT = Instant.parse("2026-11-20T10:00:00.123Z");
    private static final String DIGEST = "0123456789abcdef".repeat(4);

    private SampleEntries() {}

    static ConversationId newConversation() {
        return new ConversationId(UuidCreator.getTimeOrderedEpoch());
    }

    static List<Entry> entries(long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(SampleEntries::entry)
                .toList();
    }

    /** Every second one says when it was sent. */
    static Entry entry(long seq) {
        return entry(seq, "message", 1, seq % 2 == 0 ? AT.minusSeconds(seq) : null);
    }

    static Entry entry(long seq, String kind, int version, @Nullable Instant sentAt) {
        return new Entry(
                new Entry.Envelope(
                        new Seq(seq),
                        new EntryId(UuidCreator.getTimeOrderedEpoch()),
                        new UserId(UUID.randomUUID()),
                        kind,
                        version,
                        seq,
                        AT.plusMillis(seq),
                        sentAt,
                        new Digest(DIGEST)),
                new Entry.Body(UUID.randomUUID(), "{\"text\":\"Grüße № " + seq + " 🙂\"}"));
    }

    static Entry erased(Entry entry) {
        return new Entry(entry.envelope(), null);
    }
}
