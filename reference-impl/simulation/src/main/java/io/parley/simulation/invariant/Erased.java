package io.parley.simulation.invariant;

import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.log.Entry;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * INV-2, its second half: a content goes only from present to erased, and only for a reason; and what was deleted for everyone
 * is gone in the end, its edits included.
 */
public final class Erased extends Invariant {

    private record At(ConversationId conversation, long seq) {}

    /** Which message each edit is of. */
    private final Map<At, Long> edits = new HashMap<>();

    private final Map<ConversationId, Map<Long, Seq>> deletions = new TreeMap<>();
    private final Set<At> fromOutside = new HashSet<>();
    private final Truth truth;

    public Erased(Truth truth) {
        super("INV-2 Erased");
        this.truth = truth;
    }

    /** Somebody else erases this, as retention would. */
    public void expect(ConversationId conversation, Seq seq) {
        fromOutside.add(new At(conversation, seq.value()));
    }

    @Override
    public void written(ConversationId conversation, long bucket, List<Entry> entries) {
        for (Entry entry : entries) {
            if (!Known.kind(entry) || entry.body() == null) {
                continue;
            }
            String kind = entry.envelope().kind();
            if (kind.equals("edit")) {
                edits.put(new At(conversation, entry.seq().value()), target(entry));
            } else if (kind.equals("deletion")) {
                deletionsOf(conversation).putIfAbsent(target(entry), entry.seq());
            }
        }
    }

    private static long target(Entry entry) {
        return Wish.of(entry).content().get("target").asLong();
    }

    private Map<Long, Seq> deletionsOf(ConversationId conversation) {
        return deletions.computeIfAbsent(conversation, id -> new TreeMap<>());
    }

    @Override
    public void erased(ConversationId conversation, Entry entry) {
        At at = new At(conversation, entry.seq().value());
        long message = edits.getOrDefault(at, at.seq());
        require(!Known.isKept(entry), () -> "the content at " + entry.seq() + " is needed for ever, and was erased");
        // What somebody else erased is not to come back by an edit.
        boolean outside = fromOutside.contains(at) || fromOutside.contains(new At(conversation, message));
        require(
                outside || deletionsOf(conversation).containsKey(message),
                () -> "the content at " + entry.seq() + " was erased, and nobody had deleted it");
    }

    @Override
    public void ended() {
        deletions.forEach((conversation, all) -> all.forEach((message, deletion) -> {
            if (!deletion.isAfter(truth.acknowledged(conversation))) {
                requireGone(conversation, message);
                edits.forEach((edit, of) -> {
                    if (edit.conversation().equals(conversation) && of.equals(message)) {
                        requireGone(conversation, edit.seq());
                    }
                });
            }
        }));
    }

    private void requireGone(ConversationId conversation, long seq) {
        Entry entry = truth.log(conversation).get(new Seq(seq));
        boolean told = !new Seq(seq).isAfter(truth.acknowledged(conversation));
        require(
                entry == null || !told || entry.body() == null,
                () -> "what was deleted is still to be read at " + seq + " of " + conversation);
    }
}
