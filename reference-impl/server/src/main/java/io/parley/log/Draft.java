package io.parley.log;

import io.parley.kernel.EntryId;
import io.parley.kernel.Seq;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * A group of commands decided against a state, each against what the ones before it would leave. The decisions count only
 * if the entries are written as drafted; else they are thrown away and taken again.
 */
final class Draft {

    /** A decision that becomes an answer once the draft is written. */
    private record Verdict(Pending pending, Outcome outcome) {}

    private final ConversationState base;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Verdict> verdicts = new ArrayList<>();
    private ConversationState state;
    private int bytes;

    private Draft(ConversationState base) {
        this.base = base;
        this.state = base;
    }

    /**
     * Decides as many commands as fit into one batch, in order.
     *
     * @param group commands whose ids are resolved against {@code base}, see {@link IdResolver}
     * @return the draft; {@link #size()} tells how many commands it took
     */
    static Draft of(
            ConversationState base,
            List<Pending> group,
            Rules rules,
            LogSettings settings,
            Instant now,
            RandomGenerator random) {
        Draft draft = new Draft(base);
        Buckets buckets = new Buckets(settings.bucketEntries());
        for (Pending pending : group) {
            boolean bucketIsFull = !draft.entries.isEmpty() && buckets.isLast(draft.state.head());
            boolean batchIsFull = draft.entries.size() == settings.batchEntriesMax();
            if (bucketIsFull || batchIsFull || draft.mustWait(pending, rules)) {
                break;
            }
            Optional<Outcome> answer = draft.withoutEntry(pending, rules, now);
            if (answer.isPresent()) {
                draft.verdicts.add(new Verdict(pending, answer.get()));
            } else if (!draft.add(pending, settings, now, random)) {
                break;
            }
        }
        return draft;
    }

    /**
     * What the command is judged by was not looked up: by the state that it came to, its author might not write, or the window
     * has moved past its id since. It has to be resolved again, with the next group.
     */
    private boolean mustWait(Pending pending, Rules rules) {
        return rules.checkRepeat(state, pending.command()).isEmpty()
                && (rules.checkRepeat(base, pending.command()).isPresent()
                        || IdResolver.isOpen(state, base.head(), pending));
    }

    /** The outcome of a command that becomes no entry. */
    private Optional<Outcome> withoutEntry(Pending pending, Rules rules, Instant now) {
        Command command = pending.command();
        Optional<Entry> earlier = Optional.ofNullable(pending.earlier()).or(() -> drafted(pending.id()));
        if (earlier.isEmpty()) {
            return rules.check(state, command, target(pending), now)
                    .<Outcome>map(Outcome.Refused::new)
                    .or(() -> Optional.ofNullable(pending.keptOut()));
        }
        Refusal conflict = new Refusal.IdInUse();
        return Optional.of(rules.checkRepeat(state, command)
                .<Outcome>map(Outcome.Refused::new)
                .orElseGet(() -> earlier.get().isRepeatedBy(command)
                        ? new Outcome.Repeated(earlier.get())
                        : new Outcome.Refused(conflict)));
    }

    private Optional<Entry> drafted(EntryId id) {
        return entries.stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    /** Read before, or drafted just now. */
    private Optional<Entry> target(Pending pending) {
        return Optional.ofNullable(pending.target())
                .or(() -> pending.command().content() instanceof MessageChange change
                        ? entries.stream()
                                .filter(entry -> entry.seq().equals(change.target()))
                                .findFirst()
                        : Optional.empty());
    }

    private boolean add(Pending pending, LogSettings settings, Instant now, RandomGenerator random) {
        if (!entries.isEmpty() && bytes + pending.bytes() > settings.batchBytesMax()) {
            return false;
        }
        Entry entry = entry(pending.command(), pending.content(), now, random);
        bytes += pending.bytes();
        entries.add(entry);
        state = state.plus(entry);
        verdicts.add(new Verdict(pending, new Outcome.Appended(entry)));
        return true;
    }

    private Entry entry(Command command, String content, Instant now, RandomGenerator random) {
        Kind kind = command.content().kind();
        UUID salt = new UUID(random.nextLong(), random.nextLong());
        return new Entry(
                new Entry.Envelope(
                        state.head().next(),
                        command.id(),
                        command.author(),
                        kind.code(),
                        ContentCodec.VERSION,
                        state.ordinal() + (kind == Kind.MESSAGE ? 1 : 0),
                        now.truncatedTo(ChronoUnit.MILLIS),
                        command.sentAt(),
                        Digest.of(salt, content)),
                new Entry.Body(salt, content));
    }

    /** How many commands of the group were decided. */
    int size() {
        return verdicts.size();
    }

    /** True if somebody is refused who might not be, had the state been read later. */
    boolean refusesByState() {
        return verdicts.stream()
                .anyMatch(verdict -> verdict.outcome() instanceof Outcome.Refused refused
                        && refused.refusal() instanceof Refusal.ByState);
    }

    List<Entry> entries() {
        return entries;
    }

    ConversationState base() {
        return base;
    }

    ConversationState state() {
        return state;
    }

    Seq firstSeq() {
        return base.head().next();
    }

    /** Whether a sender will be told of an entry that was there before. */
    boolean hasRepeats() {
        return verdicts.stream().anyMatch(verdict -> verdict.outcome() instanceof Outcome.Repeated);
    }

    /** The draft is written (or needs no writing): the decisions hold. */
    void answerAll() {
        verdicts.forEach(verdict -> verdict.pending().answer(verdict.outcome()));
    }
}
