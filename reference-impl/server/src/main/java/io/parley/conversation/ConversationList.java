package io.parley.conversation;

import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import io.parley.log.ConversationLog;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** All conversations of a user, drawn from the heads of their logs. No call blocks. */
@Service
public class ConversationList {

    /** Logs that are read at the same time for one list. */
    private static final int PARALLEL_MAX = 32;

    private static final Comparator<Conversation> NEWEST_FIRST =
            Comparator.comparing(ListCursor::of).reversed();

    /**
     * A part of the list.
     *
     * @param next where the following part begins, if there is one
     */
    public record Page(List<Conversation> conversations, Optional<ListCursor> next) {}

    private final ConversationLog log;
    private final Memberships memberships;

    ConversationList(ConversationLog log, Memberships memberships) {
        this.log = log;
        this.memberships = memberships;
    }

    /** The user's conversations, newest activity first, those after {@code start}. */
    public CompletionStage<Page> page(UserId user, Optional<ListCursor> start, int limit) {
        return of(user).thenApply(all -> {
            List<Conversation> rest = all.stream()
                    .sorted(NEWEST_FIRST)
                    .filter(conversation -> start.map(
                                    cursor -> ListCursor.of(conversation).compareTo(cursor) < 0)
                            .orElse(true))
                    .toList();
            List<Conversation> page = rest.stream().limit(limit).toList();
            Optional<ListCursor> next = rest.size() > page.size()
                    ? Optional.of(ListCursor.of(page.get(page.size() - 1)))
                    : Optional.empty();
            return new Page(page, next);
        });
    }

    /** The head of each of the user's conversations. */
    public CompletionStage<Map<ConversationId, Seq>> heads(UserId user) {
        return of(user).thenApply(all -> all.stream()
                .collect(Collectors.toMap(
                        Conversation::id, conversation -> conversation.state().head())));
    }

    private CompletionStage<List<Conversation>> of(UserId user) {
        return memberships.of(user).thenCompose(ids -> collect(user, ids, new ArrayList<>()));
    }

    private CompletionStage<List<Conversation>> collect(
            UserId user, List<ConversationId> ids, List<Conversation> found) {
        if (ids.isEmpty()) {
            return CompletableFuture.completedFuture(found);
        }
        List<ConversationId> part = ids.subList(0, Math.min(PARALLEL_MAX, ids.size()));
        List<CompletableFuture<Conversation>> states = part.stream()
                .map(id -> log.state(id)
                        .thenApply(state -> new Conversation(id, state))
                        .toCompletableFuture())
                .toList();
        return CompletableFuture.allOf(states.toArray(CompletableFuture[]::new)).thenCompose(done -> {
            states.stream()
                    .map(CompletableFuture::join)
                    .filter(conversation -> conversation.state().isMember(user))
                    .forEach(found::add);
            return collect(user, ids.subList(part.size(), ids.size()), found);
        });
    }
}
