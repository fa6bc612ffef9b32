package io.parley.log;

import io.parley.kernel.EntryId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What a log says up to its head: the fold of its entries, a pure function of them. Immutable.
 *
 * <p>An empty state (head 0) stands for a conversation that does not exist.
 */
public final class ConversationState {

    /** Rough size of everything but roster and ids, for the cache's bound. */
    private static final int BASE_BYTES = 256;

    private final Seq head;
    private final long ordinal;
    private final @Nullable Genesis genesis;
    private final Roster roster;
    private final Instant lastAt;
    private final IdWindow window;
    private final boolean readOnly;

    /** What entry 1 fixed for ever. */
    record Genesis(ConversationType type, UserId creator, Instant at) {}

    ConversationState(
            Seq head,
            long ordinal,
            @Nullable Genesis genesis,
            Roster roster,
            Instant lastAt,
            IdWindow window,
            boolean readOnly) {
        this.head = head;
        this.ordinal = ordinal;
        this.genesis = genesis;
        this.roster = roster;
        this.lastAt = lastAt;
        this.window = window;
        this.readOnly = readOnly;
    }

    static ConversationState empty(int idWindowEntries) {
        return new ConversationState(
                Seq.NONE, 0, null, Roster.NONE, Instant.EPOCH, IdWindow.empty(idWindowEntries), false);
    }

    /**
     * The state after one more entry.
     *
     * @throws IllegalStateException if the entry does not follow the head: the log has a hole (INV-1), or the caller does
     */
    ConversationState plus(Entry entry) {
        if (!entry.seq().equals(head.next())) {
            throw new IllegalStateException("seq=" + entry.seq() + ", expected " + head.next());
        }
        Genesis begun = genesis;
        Roster next = roster;
        // Of the other kinds nothing stays but the count: their contents need not be read.
        if (entry.isKept()) {
            Content content = entry.content().orElse(null);
            if (content instanceof Content.Created created && begun == null) {
                begun = new Genesis(
                        created.type(),
                        entry.envelope().author(),
                        entry.envelope().at());
                next = new Roster(created.members(), created.title());
            } else if (content instanceof GroupChange change) {
                next = roster.after(change);
            }
        }
        return new ConversationState(
                entry.seq(),
                entry.envelope().ordinal(),
                begun,
                next,
                entry.envelope().at(),
                window.plus(entry.id()),
                readOnly || !entry.isUnderstood());
    }

    public boolean exists() {
        return head.isAfter(Seq.NONE);
    }

    /** Position of the last entry; {@link Seq#NONE} if the conversation does not exist. */
    public Seq head() {
        return head;
    }

    /** Count of messages up to the head. */
    public long ordinal() {
        return ordinal;
    }

    /**
     * Direct or group.
     *
     * @throws IllegalStateException if the conversation does not exist
     */
    public ConversationType type() {
        return genesis().type();
    }

    /** A group's title. */
    public Optional<String> title() {
        return Optional.ofNullable(roster.title());
    }

    /** Members with their roles, ordered by id; empty if the conversation does not exist, or everybody has left. */
    public SortedMap<UserId, Role> members() {
        return roster.members();
    }

    public boolean isMember(UserId user) {
        return members().containsKey(user);
    }

    /** When entry 1 was accepted. */
    public Instant createdAt() {
        return genesis().at();
    }

    /** When the last entry was accepted. */
    public Instant lastActivityAt() {
        return lastAt;
    }

    /** True after an entry that this node does not understand; it can be read, not appended to. */
    public boolean isReadOnly() {
        return readOnly;
    }

    IdWindow window() {
        return window;
    }

    Optional<Seq> find(EntryId id) {
        return window.find(id);
    }

    Roster roster() {
        return roster;
    }

    @Nullable
    Genesis genesisOrNull() {
        return genesis;
    }

    long approximateBytes() {
        return BASE_BYTES + roster.approximateBytes() + window.bytes();
    }

    private Genesis genesis() {
        if (genesis == null) {
            throw new IllegalStateException("head=" + head + ", expected a conversation with a readable entry 1");
        }
        return genesis;
    }
}
