package io.parley.kernel;

import java.time.Instant;
import java.util.UUID;

/**
 * Identifies a command and the log entry that it became: a UUIDv7 (RFC 9562) that the client made, so that a repeat is
 * recognised. A message's id is its entry's id.
 */
public record EntryId(UUID value) implements Comparable<EntryId> {

    private static final int TIME_SHIFT = 16;

    /** @throws IllegalArgumentException unless the value is a version 7 UUID of the RFC's variant */
    public EntryId {
        if (value.version() != 7 || value.variant() != 2) {
            throw new IllegalArgumentException("id, expected a UUID of version 7 (RFC 9562)");
        }
    }

    /**
     * Reads the canonical text form.
     *
     * @throws IllegalArgumentException unless the text is a lower-case UUIDv7
     */
    public static EntryId parse(String text) {
        return new EntryId(Uuids.parse(text));
    }

    /** The id of a conversation is also the id of its first entry. */
    public static EntryId ofConversation(ConversationId conversation) {
        return new EntryId(conversation.value());
    }

    /** Milliseconds since 1970 that the maker wrote into the id; any 48-bit number, so not to be trusted. */
    public long timeMillis() {
        return value.getMostSignificantBits() >>> TIME_SHIFT;
    }

    /** {@link #timeMillis()} as an instant. */
    public Instant time() {
        return Instant.ofEpochMilli(timeMillis());
    }

    @Override
    public int compareTo(EntryId other) {
        return Uuids.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
