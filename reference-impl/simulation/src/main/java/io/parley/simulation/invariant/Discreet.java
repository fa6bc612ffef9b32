package io.parley.simulation.invariant;

import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import io.parley.log.Entry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Beyond the catalogue: no entry is pushed to who had left before it. */
public final class Discreet extends Invariant {

    private final Map<ConversationId, OwnFold> folds = new TreeMap<>();

    /** The last position at which each user was a member. */
    private final Map<ConversationId, Map<UUID, Seq>> last = new TreeMap<>();

    public Discreet() {
        super("Discreet");
    }

    @Override
    public void written(ConversationId conversation, long bucket, List<Entry> entries) {
        OwnFold fold = folds.computeIfAbsent(conversation, id -> new OwnFold());
        for (Entry entry : entries) {
            fold.add(entry);
            fold.members().forEach(user -> of(conversation).put(user, entry.seq()));
        }
    }

    private Map<UUID, Seq> of(ConversationId conversation) {
        return last.computeIfAbsent(conversation, id -> new HashMap<>());
    }

    /** The state after the entries of one batch decides, so it may be later than the entry. */
    @Override
    public void pushed(UserId user, ConversationId conversation, Seq seq) {
        Seq member = of(conversation).getOrDefault(user.value(), Seq.NONE);
        require(!seq.isAfter(member), () -> seq + " was pushed to " + user + ", who was a member up to " + member);
    }
}
