package io.parley.log;

import io.parley.kernel.ConversationId;
import io.parley.kernel.EntryId;
import io.parley.kernel.Seq;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Where logs are kept. No call blocks. A stage that completes exceptionally, with the problem {@code store-unavailable},
 * means that the store did not answer.
 *
 * <p>Adapters hold to this: an append is atomic and durable on a quorum once it answered {@link Append#APPLIED}; a
 * {@link Consistency#SERIAL} read sees every append that was decided before it and settles one that hangs half-way; a
 * {@link Consistency#QUORUM} read sees every append and every erasure that was answered; and what one read returned, every
 * later one returns, but for a content that was erased meanwhile.
 */
public interface LogStore {

    /** How much a read must see. */
    enum Consistency {
        /** All that was decided; the only read that shows the end of a log. */
        SERIAL,
        /** All that was acknowledged. */
        QUORUM
    }

    /** What became of a proposal. */
    enum Append {
        /** All entries are durable. */
        APPLIED,
        /** None was written: a position is taken, or the bucket is retired. */
        LOST,
        /** Not known; it may still be written later, as a whole. */
        UNKNOWN
    }

    /**
     * Writes the entries if every one of their positions is free, all or none.
     *
     * @param entries contiguous, at least one, all in {@code bucket}
     */
    CompletionStage<Append> append(ConversationId conversation, long bucket, List<Entry> entries);

    /**
     * Reads entries of one bucket in ascending order.
     *
     * @param from first position, inclusive
     * @param to last position, inclusive
     */
    CompletionStage<List<Entry>> read(
            ConversationId conversation, long bucket, Seq from, Seq to, Consistency consistency);

    /**
     * Reads the ids of one bucket's entries in ascending order of their positions, and no contents: a whole bucket of these
     * fits in memory. Sees every append that was answered.
     *
     * @param from first position, inclusive
     * @param to last position, inclusive
     */
    CompletionStage<List<IdAt>> ids(ConversationId conversation, long bucket, Seq from, Seq to);

    /** Which id stands where. */
    record IdAt(Seq seq, EntryId id) {}

    /**
     * Takes the content and its salt from an entry; the envelope stays (INV-2), and nothing comes to stand where nothing stood.
     * A repeat changes nothing. When the stage completes exceptionally, the content may be erased later.
     */
    CompletionStage<?> erase(ConversationId conversation, long bucket, Seq seq);

    /** The snapshot with the highest seq that was saved, as far as a quorum knows. */
    CompletionStage<Optional<Snapshot>> latestSnapshot(ConversationId conversation);

    /** Saves a snapshot; one of a higher seq wins, whatever the order of arrival. */
    CompletionStage<?> saveSnapshot(ConversationId conversation, Snapshot snapshot);

    /**
     * A folded state in the format of {@link SnapshotCodec}.
     *
     * @param seq the head that the state was folded up to
     * @param version of the format
     */
    record Snapshot(Seq seq, int version, String state) {}
}
