package io.parley.conversation;

import io.parley.inbox.Inbox;
import io.parley.inbox.InboxRow;
import io.parley.kernel.UserId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.springframework.stereotype.Service;

/** All conversations of a user, read from the inbox and sorted in memory (MSG-14). No call blocks. */
@Service
public class ConversationList {

    private static final Comparator<InboxRow> NEWEST_FIRST =
            Comparator.comparing(ListCursor::of).reversed();

    /**
     * A part of the list.
     *
     * @param next where the following part begins, if there is one
     */
    public record Page(List<InboxRow> rows, Optional<ListCursor> next) {}

    private final Inbox inbox;

    ConversationList(Inbox inbox) {
        this.inbox = inbox;
    }

    /** The user's conversations, newest activity first, those after {@code start}. */
    public CompletionStage<Page> page(UserId user, Optional<ListCursor> start, int limit) {
        return inbox.rows(user).thenApply(all -> {
            List<InboxRow> rest = all.stream()
                    .sorted(NEWEST_FIRST)
                    .filter(row -> start.map(cursor -> ListCursor.of(row).compareTo(cursor) < 0)
                            .orElse(true))
                    .toList();
            List<InboxRow> page = rest.stream().limit(limit).toList();
            Optional<ListCursor> next = rest.size() > page.size()
                    ? Optional.of(ListCursor.of(page.get(page.size() - 1)))
                    : Optional.empty();
            return new Page(page, next);
        });
    }
}
