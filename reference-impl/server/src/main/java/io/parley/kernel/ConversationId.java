package io.parley.kernel;

import java.util.UUID;

/** Identifies a conversation: the id that its creator chose (UUIDv7), never reused. Written as lower-case UUID text. */
public record ConversationId(UUID value) implements Comparable<ConversationId> {

    /**
     * Reads the canonical text form.
     *
     * @throws IllegalArgumentException unless the text is a lower-case UUID of 36 characters
     */
    public static ConversationId parse(String text) {
        return new ConversationId(Uuids.parse(text));
    }

    @Override
    public int compareTo(ConversationId other) {
        return Uuids.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
