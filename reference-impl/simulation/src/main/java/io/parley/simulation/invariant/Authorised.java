package io.parley.simulation.invariant;

import io.parley.kernel.ConversationId;
import io.parley.log.Entry;
import io.parley.simulation.engine.Scheduler;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** INV-5: every entry was legal in the folded state before it; folded here once more, by other code. */
public final class Authorised extends Invariant {

    private final Map<ConversationId, OwnFold> folds = new TreeMap<>();
    private final Scheduler scheduler;
    private final Duration skew;
    private final OwnRules rules;

    /** @param skew how far a time may lie ahead of the node's clock, and that clock ahead of the true time */
    public Authorised(Scheduler scheduler, Duration skew, OwnRules rules) {
        super("INV-5 Authorised");
        this.scheduler = scheduler;
        this.skew = skew;
        this.rules = rules;
    }

    @Override
    public void written(ConversationId conversation, long bucket, List<Entry> entries) {
        for (Entry entry : entries) {
            OwnFold before = folds.computeIfAbsent(conversation, id -> new OwnFold());
            if (Known.kind(entry)) {
                check(before, entry);
            }
            before.add(entry);
        }
    }

    private void check(OwnFold before, Entry entry) {
        Entry.Envelope envelope = entry.envelope();
        boolean creates = envelope.kind().equals("created");
        boolean message = envelope.kind().equals("message");
        require(before.isUnderstood(), () -> envelope.seq() + " follows an entry that its node did not understand");
        require(creates == (before.head() == 0), () -> envelope.kind() + " was written at " + envelope.seq());
        require(entry.body() != null, () -> envelope.seq() + " was written without a content");
        Optional<String> objection = rules.objection(before, Wish.of(entry));
        require(
                objection.isEmpty(),
                () -> envelope.author() + " wrote the " + envelope.kind() + " at " + envelope.seq() + ": "
                        + objection.orElseThrow());
        require(
                envelope.ordinal() == before.ordinal() + (message ? 1 : 0),
                () -> envelope.seq() + " has the ordinal " + envelope.ordinal() + " after " + before.ordinal());
        // The entry's own time was cut to whole milliseconds.
        Instant latest = envelope.at().plusMillis(1).plus(skew);
        require(!envelope.id().time().isAfter(latest), () -> envelope.id() + " lies ahead of " + envelope.at());
        @Nullable Instant sentAt = envelope.sentAt();
        require(sentAt == null || !sentAt.isAfter(latest), () -> sentAt + " lies ahead of " + envelope.at());
        require(
                !envelope.at().isAfter(scheduler.now().plus(skew)),
                () -> envelope.seq() + " was accepted at " + envelope.at() + ", now is " + scheduler.now());
        require(hasItsDigest(entry), () -> envelope.seq() + " has the digest of something else");
    }

    private static boolean hasItsDigest(Entry entry) {
        if (entry.body() == null) {
            return false;
        }
        String text = entry.body().salt() + entry.body().content();
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of()
                    .formatHex(hash)
                    .equals(entry.envelope().digest().hex());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
