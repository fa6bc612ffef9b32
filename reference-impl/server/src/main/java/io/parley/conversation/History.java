package io.parley.conversation;

import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import io.parley.limits.Limits;
import io.parley.log.ConversationLog;
import io.parley.log.Entry;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.springframework.stereotype.Service;

/** Pages of a conversation's log, in both directions (MSG-4), bounded in entries and in bytes. No call blocks. */
@Service
public class History {

    /**
     * Entries in ascending order.
     *
     * @param headSeq head of the log when the page was read
     * @param more whether there are more in the direction that was asked; what is left out for its size counts
     */
    public record Page(List<Entry> entries, Seq headSeq, boolean more) {}

    private final Conversations conversations;
    private final ConversationLog log;
    private final int bytesMax;

    History(Conversations conversations, ConversationLog log, Limits limits) {
        this.conversations = conversations;
        this.log = log;
        this.bytesMax = limits.page().bytesMax();
    }

    /** Entries of every kind, contiguous. */
    public CompletionStage<Page> entries(UserId reader, ConversationId id, PageRequest request) {
        return conversations.get(reader, id).thenCompose(conversation -> {
            Seq head = conversation.state().head();
            Span asked = Span.of(request, head);
            return gather(id, asked, request, page(request, false))
                    .thenApply(found -> new Page(found, head, hasMore(request, found, asked)));
        });
    }

    /** Messages only. */
    public CompletionStage<Page> messages(UserId reader, ConversationId id, PageRequest request) {
        return conversations.get(reader, id).thenCompose(conversation -> {
            Seq head = conversation.state().head();
            return gather(id, Span.of(request, head), request, page(request, true))
                    .thenApply(found -> new Page(
                            found,
                            head,
                            hasMore(request, found, conversation.state().ordinal())));
        });
    }

    private CompletionStage<List<Entry>> gather(ConversationId id, Span left, PageRequest request, PageUnderWay page) {
        if (left.isEmpty() || page.isFull()) {
            return CompletableFuture.completedFuture(page.entries());
        }
        Span part = page.next(left);
        return log.entries(id, new Seq(part.from()), new Seq(part.to()), page::add)
                .thenCompose(same -> gather(id, left.without(request.forward(), part), request, page));
    }

    private PageUnderWay page(PageRequest request, boolean messagesOnly) {
        return new PageUnderWay(request, bytesMax, log.stepEntries(), messagesOnly);
    }

    private static boolean hasMore(PageRequest request, List<Entry> found, Span asked) {
        if (found.isEmpty()) {
            return false;
        }
        return request.forward()
                ? found.get(found.size() - 1).seq().value() < asked.to()
                : found.get(0).seq().value() > asked.from();
    }

    /** Ordinals count messages, so the page's edge tells how many lie beyond it. */
    private static boolean hasMore(PageRequest request, List<Entry> found, long ordinal) {
        if (found.isEmpty()) {
            return false;
        }
        return request.forward()
                ? found.get(found.size() - 1).envelope().ordinal() < ordinal
                : found.get(0).envelope().ordinal() > 1;
    }
}
