package io.parley.conversation;

import com.github.f4b6a3.uuid.UuidCreator;
import io.parley.account.Users;
import io.parley.kernel.ConversationId;
import io.parley.kernel.EntryId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import io.parley.limits.Limits;
import io.parley.log.Command;
import io.parley.log.Content;
import io.parley.log.ConversationLog;
import io.parley.log.ConversationState;
import io.parley.log.ConversationType;
import io.parley.log.Outcome;
import io.parley.log.Role;
import io.parley.problem.Problem;
import io.parley.problem.ProblemException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;

/**
 * Makes conversations. The order of writes is what a crash at any point leaves in order: the pair's claim (of a direct
 * conversation), then entry 1, which the members' inboxes are drawn from. So a repeat of the request picks up where the
 * first one stopped.
 */
@Service
public class ConversationCreator {

    /**
     * What a request came to.
     *
     * @param isNew false when the conversation was there already
     */
    public record Creation(Conversation conversation, boolean isNew) {}

    private final ConversationLog log;
    private final DirectConversations directs;
    private final Users users;
    private final Limits limits;
    private final InstantSource clock;
    private final Executor blocking;

    ConversationCreator(
            ConversationLog log,
            DirectConversations directs,
            Users users,
            Limits limits,
            InstantSource clock,
            @Qualifier("applicationTaskExecutor") Executor blocking) {
        this.log = log;
        this.directs = directs;
        this.users = users;
        this.limits = limits;
        this.clock = clock;
        this.blocking = blocking;
    }

    /** Makes the conversation, or finds the one that the same request or the same pair made before. */
    public CompletionStage<Creation> create(UserId creator, NewConversation wanted) {
        ConversationId id = wanted.id().orElseGet(() -> new ConversationId(UuidCreator.getTimeOrderedEpoch()));
        refuseFutureId(id);
        return CompletableFuture.runAsync(() -> requireKnown(wanted), blocking)
                .thenCompose(known -> wanted.type() == ConversationType.DIRECT
                        ? direct(creator, wanted.others().get(0), id)
                        : group(creator, wanted, id));
    }

    /** Checked here as well as by the log: a pair must not be promised an id that the log then refuses. */
    private void refuseFutureId(ConversationId id) {
        Instant now = clock.instant();
        if (EntryId.ofConversation(id).time().isAfter(now.plus(limits.time().skew()))) {
            throw new ProblemException(Problem.clockSkew(now));
        }
    }

    private void requireKnown(NewConversation wanted) {
        if (users.byIds(wanted.others()).size() < wanted.others().size()) {
            throw new ProblemException(
                    Problem.invalidField("members", NewConversation.expected(wanted.type(), limits.conversation())));
        }
    }

    private CompletionStage<Creation> group(UserId creator, NewConversation wanted, ConversationId id) {
        SortedMap<UserId, Role> members = new TreeMap<>();
        wanted.others().forEach(user -> members.put(user, Role.MEMBER));
        members.put(creator, Role.OWNER);
        Content.Created created = new Content.Created(ConversationType.GROUP, wanted.title(), members);
        return log.state(id)
                .thenCompose(state -> state.exists()
                        ? repeated(creator, created, new Conversation(id, state))
                        : found(creator, created, id));
    }

    private CompletionStage<Creation> repeated(UserId creator, Content.Created created, Conversation present) {
        return log.entries(present.id(), Seq.FIRST, Seq.FIRST).thenApply(first -> {
            if (first.get(0).isRepeatedBy(command(creator, created, present.id()))) {
                return new Creation(present, false);
            }
            throw Problems.idInUse();
        });
    }

    /** Writes entry 1. */
    private CompletionStage<Creation> found(UserId creator, Content.Created created, ConversationId id) {
        return log.append(id, command(creator, created, id)).thenCompose(outcome -> {
            boolean isNew = outcome instanceof Outcome.Appended;
            refuseUnlessDurable(outcome);
            return log.state(id).thenApply(state -> new Creation(new Conversation(id, state), isNew));
        });
    }

    private CompletionStage<Creation> direct(UserId creator, UserId other, ConversationId wanted) {
        UserPair pair = UserPair.of(creator, other);
        return directs.find(pair).thenCompose(present -> present.map(id -> open(creator, pair, id, wanted))
                .orElseGet(() -> claim(creator, pair, wanted)));
    }

    private CompletionStage<Creation> claim(UserId creator, UserPair pair, ConversationId wanted) {
        return log.state(wanted).thenCompose(state -> {
            if (state.exists()) {
                throw Problems.idInUse();
            }
            return directs.claim(pair, wanted).thenCompose(winner -> open(creator, pair, winner, wanted));
        });
    }

    /** The pair's conversation {@code id}: its log may still be empty, when its maker stopped half-way or is at it now. */
    private CompletionStage<Creation> open(UserId creator, UserPair pair, ConversationId id, ConversationId wanted) {
        return log.state(id).thenCompose(state -> {
            if (isOf(pair, state)) {
                return CompletableFuture.completedFuture(new Creation(new Conversation(id, state), false));
            }
            if (state.exists()) {
                return replace(creator, pair, id, wanted);
            }
            Content.Created created = new Content.Created(ConversationType.DIRECT, null, members(pair));
            return found(creator, created, id).exceptionallyCompose(failure -> afterRace(pair, id, failure));
        });
    }

    /** The other side may have written entry 1 at the same moment. */
    private CompletionStage<Creation> afterRace(UserPair pair, ConversationId id, Throwable failure) {
        return log.state(id)
                .thenCompose(state -> isOf(pair, state)
                        ? CompletableFuture.completedFuture(new Creation(new Conversation(id, state), false))
                        : CompletableFuture.failedFuture(failure));
    }

    /** Between claim and entry 1 somebody used the id for another conversation: the pair gets a new one. */
    private CompletionStage<Creation> replace(
            UserId creator, UserPair pair, ConversationId stale, ConversationId wanted) {
        if (stale.equals(wanted)) {
            throw Problems.idInUse();
        }
        return directs.replace(pair, stale, wanted).thenCompose(winner -> open(creator, pair, winner, wanted));
    }

    private static boolean isOf(UserPair pair, ConversationState state) {
        return state.exists()
                && state.type() == ConversationType.DIRECT
                && state.isMember(pair.low())
                && state.isMember(pair.high());
    }

    private static SortedMap<UserId, Role> members(UserPair pair) {
        SortedMap<UserId, Role> members = new TreeMap<>();
        members.put(pair.low(), Role.MEMBER);
        members.put(pair.high(), Role.MEMBER);
        return members;
    }

    private static Command command(UserId creator, Content.Created created, ConversationId id) {
        return new Command(EntryId.ofConversation(id), creator, created, null);
    }

    private static void refuseUnlessDurable(Outcome outcome) {
        if (outcome instanceof Outcome.Refused refused) {
            throw new ProblemException(Problems.of(refused.refusal()));
        }
        Problems.undecided(outcome).ifPresent(problem -> {
            throw new ProblemException(problem);
        });
    }
}
