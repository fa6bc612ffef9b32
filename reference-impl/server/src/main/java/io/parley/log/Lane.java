package io.parley.log;

import io.parley.kernel.ConversationId;
import io.parley.log.LogStore.Append;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The commands of one conversation on one node: while one round is in flight, the ones that arrive wait and share the next
 * (group commit).
 *
 * <p>A round takes a group, decides it against the state up to N−1, sees to it that the conversation is announced, and
 * proposes the entries at N as one conditional batch.
 * <ul>
 *   <li>Written: the decisions hold; hand them to the announcement, answer, tell the listener, next round.
 *   <li>Lost: somebody else has N. Read what is there. If it is this very batch (an earlier proposal of unknown outcome was
 *       written after all), it counts as written; else wait a little, decide again at the new end.
 *   <li>Unknown: the batch may be written now, later or never. Propose the same entries at N again until N is taken by
 *       them or by others; a read that finds N free would prove nothing. Who waits too long is told "unknown", never
 *       "failed".
 * </ul>
 *
 * <p>Only the queue is shared. All else belongs to the one chain of steps that is under way, each started by the one
 * before through the executor, so it needs no lock. A step starts the next one last. One that throws ends its round: who
 * waited for it is told "unknown", which is true of whatever was proposed, and the next round begins.
 */
final class Lane {

    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

    private final ConversationId conversation;
    private final LogParts parts;
    private final LaneQueue queue;
    private final Coverage coverage;
    private List<Pending> inHand = List.of();

    Lane(ConversationId conversation, LogParts parts) {
        this.conversation = conversation;
        this.parts = parts;
        this.queue = new LaneQueue(parts.settings());
        this.coverage = new Coverage(conversation, parts, this::step);
    }

    /** Queues a command; empty if this lane has ended and a new one must be asked. */
    Optional<CompletableFuture<Outcome>> submit(Command command) {
        Pending pending = new Pending(command, parts.now().plus(parts.settings().answerWithin()));
        LaneQueue.Offered offered = queue.offer(pending);
        if (offered == LaneQueue.Offered.FIRST) {
            parts.execute(() -> step(this::round));
        }
        return switch (offered) {
            case FIRST, WAITS -> Optional.of(pending.outcome());
            case FULL -> Optional.of(CompletableFuture.completedFuture(new Outcome.Overloaded()));
            case ENDED -> {
                forget();
                yield Optional.empty();
            }
        };
    }

    /** Also by who finds it ended first: it must not be asked again. */
    private void forget() {
        parts.lanes().remove(conversation, this);
    }

    /** Takes a group; with nothing to take the lane ends. */
    private void round() {
        List<Pending> group = queue.take();
        if (group.isEmpty()) {
            forget();
            return;
        }
        inHand = group;
        decideAgainst(null, group, 0);
    }

    private void step(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | Error e) {
            LOG.error("A step for the log of conversation {} failed; its senders are told so", conversation, e);
            inHand.forEach(pending -> pending.answer(new Outcome.Unknown()));
            parts.execute(() -> step(this::round));
        }
    }

    private void stepLater(int tries, Runnable step) {
        parts.later(tries, () -> step(step));
    }

    /** Decides against the given state, or against the one in memory or in the store. */
    private void decideAgainst(@Nullable ConversationState known, List<Pending> group, int tries) {
        List<Pending> waiting = withoutOverdue(group);
        (known == null ? parts.loader().current(conversation) : CompletableFuture.completedFuture(known))
                .thenComposeAsync(
                        state -> parts.ids()
                                .resolve(conversation, state, waiting)
                                .thenComposeAsync(
                                        done -> parts.targets().resolve(conversation, state, waiting),
                                        parts.runtime().executor())
                                .thenCompose(done -> parts.door().ask(state, waiting))
                                .thenApply(done -> Draft.of(
                                        state,
                                        waiting,
                                        parts.rules(),
                                        parts.settings(),
                                        parts.now(),
                                        parts.runtime().random())),
                        parts.runtime().executor())
                .whenCompleteAsync(
                        (draft, failure) -> step(() -> {
                            if (failure != null) {
                                unavailable(waiting, failure);
                            } else {
                                write(draft, waiting, tries, known != null);
                            }
                        }),
                        parts.runtime().executor());
    }

    private void write(Draft draft, List<Pending> group, int tries, boolean isFresh) {
        if (draft.entries().isEmpty() && draft.refusesByState() && !isFresh) {
            readAgain(group, tries);
            return;
        }
        List<Pending> taken = group.subList(0, draft.size());
        inHand = taken;
        queue.putBack(group.subList(draft.size(), group.size()));
        if (draft.entries().isEmpty() && !draft.hasRepeats()) {
            draft.answerAll();
            round();
            return;
        }
        coverage.announced()
                .whenCompleteAsync(
                        (done, failure) -> step(() -> {
                            if (failure != null) {
                                unavailable(taken, failure);
                            } else if (draft.entries().isEmpty()) {
                                tell(draft, taken);
                            } else {
                                propose(draft, taken, tries);
                            }
                        }),
                        parts.runtime().executor());
    }

    /** Nothing is written that would show the state to be the latest, and what it forbids may be allowed meanwhile. */
    private void readAgain(List<Pending> group, int tries) {
        parts.loader()
                .fresh(conversation)
                .whenCompleteAsync(
                        (state, failure) -> step(() -> {
                            if (failure == null) {
                                decideAgainst(state, group, tries);
                            } else {
                                unavailable(group, failure);
                            }
                        }),
                        parts.runtime().executor());
    }

    private void propose(Draft draft, List<Pending> group, int tries) {
        long bucket = parts.buckets().of(draft.firstSeq());
        parts.store()
                .append(conversation, bucket, draft.entries())
                .handleAsync(
                        (append, failure) -> {
                            Append result = failure == null ? append : Append.UNKNOWN;
                            step(() -> {
                                switch (result) {
                                    case APPLIED -> written(draft, group);
                                    case LOST -> readWinner(draft, group, tries);
                                    case UNKNOWN -> proposeAgain(draft, group, tries);
                                }
                            });
                            return result;
                        },
                        parts.runtime().executor());
    }

    private void proposeAgain(Draft draft, List<Pending> group, int tries) {
        parts.counters().unknownOutcome();
        outcomeIsOpen(group);
        stepLater(tries, () -> propose(draft, group, tries + 1));
    }

    private void readWinner(Draft draft, List<Pending> group, int tries) {
        parts.reads()
                .read(
                        conversation,
                        draft.firstSeq(),
                        draft.firstSeq(),
                        LogStore.Consistency.SERIAL,
                        Function.identity())
                .whenCompleteAsync(
                        (winner, failure) -> step(() -> {
                            if (failure != null) {
                                outcomeIsOpen(group);
                                stepLater(tries, () -> readWinner(draft, group, tries + 1));
                            } else if (winner.equals(draft.entries().subList(0, 1))) {
                                parts.counters().settledAsWritten();
                                written(draft, group);
                            } else {
                                lost(draft, group, tries, winner.isEmpty());
                            }
                        }),
                        parts.runtime().executor());
    }

    /** Somebody else has the position, so this draft was not written and never will be: decide at the new end. */
    private void lost(Draft draft, List<Pending> group, int tries, boolean retired) {
        parts.counters().lostRace();
        if (retired) {
            // Nothing stands there, yet nothing may be written: the bucket is closed, the state lies behind the log's
            // start.
            parts.loader().forget(conversation);
            stepLater(tries, () -> decideAgainst(null, group, tries + 1));
            return;
        }
        stepLater(tries, () -> parts.loader()
                .settled(conversation, draft.base())
                .whenCompleteAsync(
                        (state, failure) -> step(() -> {
                            if (failure == null) {
                                decideAgainst(state, group, tries + 1);
                            } else {
                                unavailable(group, failure);
                            }
                        }),
                        parts.runtime().executor()));
    }

    private void written(Draft draft, List<Pending> group) {
        parts.counters().applied(draft.entries().size());
        parts.loader().advanced(conversation, draft.base(), draft.state());
        tell(draft, group);
    }

    /** Answers once an announcement covers what is told; until then who is overdue is told "unknown". */
    private void tell(Draft draft, List<Pending> group) {
        EntriesCommitted committed = new EntriesCommitted(conversation, List.copyOf(draft.entries()), draft.state());
        coverage.cover(committed, draft.hasRepeats(), () -> outcomeIsOpen(group), () -> {
            draft.answerAll();
            if (!committed.entries().isEmpty()) {
                tellListener(committed);
            }
            round();
        });
    }

    private void outcomeIsOpen(List<Pending> group) {
        answerOverdue(group, new Outcome.Unknown());
        answerOverdueInQueue();
    }

    private void tellListener(EntriesCommitted committed) {
        try {
            parts.listener().accept(committed);
        } catch (RuntimeException e) {
            // The entries are durable and acknowledged; a listener that fails is repaired from the log.
            LOG.error(
                    "A listener failed on entries of conversation {} up to {}",
                    conversation,
                    committed.state().head(),
                    e);
        }
    }

    private void unavailable(List<Pending> group, Throwable failure) {
        LOG.warn("The store did not answer for the log of conversation {}", conversation, failure);
        group.forEach(pending -> pending.answer(new Outcome.Unavailable()));
        round();
    }

    /** Nothing of these commands is in flight: who is overdue is told so and dropped. */
    private List<Pending> withoutOverdue(List<Pending> group) {
        answerOverdue(group, new Outcome.Overloaded());
        return group.stream().filter(pending -> !pending.isAnswered()).toList();
    }

    /** The round before them does not end: of these commands nothing was proposed, and nothing will be. */
    private void answerOverdueInQueue() {
        queue.takeOverdue(parts.now()).forEach(waiting -> waiting.answer(new Outcome.Unavailable()));
    }

    private void answerOverdue(List<Pending> group, Outcome outcome) {
        group.stream().filter(pending -> pending.isOverdue(parts.now())).forEach(pending -> pending.answer(outcome));
    }
}
