package io.parley.conversation;

import io.parley.inbox.InboxRow;
import io.parley.kernel.ConversationId;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;

/** A place in the list of conversations; clients carry it without looking inside. Ordered by activity, then id. */
public record ListCursor(Instant lastActivityAt, ConversationId id) implements Comparable<ListCursor> {

    private static final Comparator<ListCursor> ORDER =
            Comparator.comparing(ListCursor::lastActivityAt).thenComparing(ListCursor::id);

    static ListCursor of(InboxRow row) {
        return new ListCursor(row.head().lastActivityAt(), row.conversation());
    }

    /**
     * Reads what {@link #text()} wrote.
     *
     * @throws IllegalArgumentException for any other text
     */
    public static ListCursor parse(String text) {
        String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split(" ", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("cursor, expected one that an earlier page gave");
        }
        try {
            return new ListCursor(Instant.ofEpochMilli(Long.parseLong(parts[0])), ConversationId.parse(parts[1]));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("cursor, expected one that an earlier page gave", e);
        }
    }

    /** The opaque form. */
    public String text() {
        String plain = lastActivityAt.toEpochMilli() + " " + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public int compareTo(ListCursor other) {
        return ORDER.compare(this, other);
    }
}
