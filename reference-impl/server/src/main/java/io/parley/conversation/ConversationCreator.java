package io.parley.conversation;

import com.github.f4b6a3.uuid.UuidCreator;
import io.parley.account.Users;
import io.parley.kernel.ConversationId;
import io.parley.kernel.EntryId;
import io.parley.kernel.UserId;
import io.parley.limits.Limits;
import io.parley.log.Command;
import io.parley.log.Content;
import io.parley.log.ConversationLog;
import io.parley.log.ConversationState;
import io.parley.log.ConversationType;
import io.parley.log.Outcome;
import io.parley.log.Refusal;
import io.parley.log.Role;
import io.parley.problem.Problem;
import io.parley.problem.ProblemException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Set;
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
 * first one stopped. It is put to the log even if entry 1 stands: a dead node may have written that and told nobody, and
 * what is repeated is fanned out before it is answered.
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
        // All of them are in memory when members are told of the conversation.
        return CompletableFuture.supplyAsync(() -> hold(creator, wanted), blocking)
                .thenCompose(held -> CompletableFuture.completedStage(held)
                        .thenCompose(users -> create(creator, wanted, id, users))
                        .whenComplete((creation, failure) -> held.close()));
    }

    private Users.Held hold(UserId creator, NewConversation wanted) {
        Set<UserId> all = new LinkedHashSet<>(wanted.others());
        all.add(creator);
        return users.hold(all);
    }

    private CompletionStage<Creation> create(
            UserId creator, NewConversation wanted, ConversationId id, Users.Held held) {
        if (!held.users().keySet().containsAll(wanted.others())) {
            throw new ProblemException(
                    Problem.invalidField("members", NewConversation.expected(wanted.type(), limits.conversation())));
        }
        return wanted.type() == ConversationType.DIRECT
                ? direct(creator, wanted.others().get(0), id)
                : group(creator, wanted, id);
    }

    /** Checked here as well as by the log: a pair must not be promised an id that the log then refuses. */
    private void refuseFutureId(ConversationId id) {
        Instant now = clock.instant();
        if (EntryId.ofConversation(id).time().isAfter(now.plus(limits.time().skew()))) {
            throw new ProblemException(Problem.clockSkew(now));
        }
    }

    private CompletionStage<Creation> group(UserId creator, NewConversation wanted, ConversationId id) {
        SortedMap<UserId, Role> members = new TreeMap<>();
        wanted.others().forEach(user -> members.put(user, Role.MEMBER));
        members.put(creator, Role.OWNER);
        Content.Created created = new Content.Created(ConversationType.GROUP, wanted.title(), members);
        return log.append(id, command(creator, created, id)).thenCompose(outcome -> creation(id, outcome));
    }

    private CompletionStage<Creation> creation(ConversationId id, Outcome outcome) {
        refuseUnlessDurable(outcome);
        return log.state(id)
                .thenApply(state -> new Creation(new Conversation(id, state), outcome instanceof Outcome.Appended));
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
        Content.Created created = new Content.Created(ConversationType.DIRECT, null, members(pair));
        return log.state(id)
                .thenCompose(state -> state.exists() && !isOf(pair, state)
                        ? replace(creator, pair, id, wanted)
                        : log.append(id, command(creator, created, id))
                                .thenCompose(outcome -> isInUse(outcome)
                                        // The other side's entry 1: repeated as theirs, it is fanned out as well.
                                        ? log.append(id, command(pair.other(creator), created, id))
                                        : CompletableFuture.completedFuture(outcome))
                                .thenCompose(outcome -> creation(id, outcome)));
    }

    private static boolean isInUse(Outcome outcome) {
        return outcome instanceof Outcome.Refused refused && refused.refusal() instanceof Refusal.IdInUse;
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
