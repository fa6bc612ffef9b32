package io.parley.log;

import io.parley.kernel.EntryId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a log as the store keeps it: an envelope that never changes (INV-2) and a body that is present or erased.
 *
 * @param body null once erased
 */
public record Entry(Envelope envelope, @Nullable Body body) {

    /**
     * What stays for ever.
     *
     * @param kind code of the kind; a newer node may have written one that this node does not know
     * @param version of the kind's content format, from 1
     * @param ordinal count of messages up to and with this entry
     * @param at when a node accepted it, in whole milliseconds
     * @param sentAt when its author says it was sent; null when the author left that to {@code at}
     */
    public record Envelope(
            Seq seq,
            EntryId id,
            UserId author,
            String kind,
            int version,
            long ordinal,
            Instant at,
            @Nullable Instant sentAt,
            Digest digest) {}

    /**
     * What can be erased, salt included.
     *
     * @param salt 128 random bits
     * @param content in the format of the kind and version, see {@link ContentCodec}
     */
    public record Body(UUID salt, String content) {}

    public Seq seq() {
        return envelope.seq();
    }

    public EntryId id() {
        return envelope.id();
    }

    /** What its content takes in the log, in UTF-8 bytes; 0 once erased. */
    public int contentBytes() {
        return body == null ? 0 : body.content().getBytes(StandardCharsets.UTF_8).length;
    }

    /** The decoded content, or nothing if it is erased or of a kind or version that this node does not know. */
    public Optional<Content> content() {
        return body == null
                ? Optional.empty()
                : ContentCodec.decode(envelope.kind(), envelope.version(), body.content());
    }

    /**
     * True when this node can fold the entry: it knows kind and version, and what the state is folded from is there. That a
     * content is missing which is never erased would be a fault of the store; the conversation is then read-only, not wrong.
     */
    boolean isUnderstood() {
        return ContentCodec.knows(envelope.kind(), envelope.version()) && (body != null || !isKept());
    }

    /** True for an entry whose content is never erased. */
    public boolean isKept() {
        return Kind.of(envelope.kind()).map(Kind::isKept).orElse(false);
    }

    /** True for an entry that counts in the ordinal. */
    public boolean isMessage() {
        return envelope.kind().equals(Kind.MESSAGE.code());
    }

    /**
     * Whether a command with this author and content is a repeat of this entry. Of an erased entry author and kind decide:
     * its content can no longer be compared.
     */
    public boolean isRepeatedBy(Command command) {
        boolean sameKind = envelope.kind().equals(command.content().kind().code());
        if (!sameKind || !envelope.author().equals(command.author())) {
            return false;
        }
        return body == null || body.content().equals(ContentCodec.encode(command.content()));
    }
}
