package io.parley.conversation;

import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import io.parley.log.ConversationLog;
import io.parley.log.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.springframework.stereotype.Service;

/** Pages of a conversation's log, in both directions (MSG-4). No call blocks. */
@Service
public class History {

    /** Positions that are read beyond the page's length, as some may hold no message. */
    private static final int SLACK_ENTRIES = 8;

    /**
     * Entries in ascending order.
     *
     * @param headSeq head of the log when the page was read
     * @param more whether there are more in the direction that was asked
     */
    public record Page(List<Entry> entries, Seq headSeq, boolean more) {}

    private final Conversations conversations;
    private final ConversationLog log;

    History(Conversations conversations, ConversationLog log) {
        this.conversations = conversations;
        this.log = log;
    }

    /** Entries of every kind, contiguous. */
    public CompletionStage<Page> entries(UserId reader, ConversationId id, PageRequest request) {
        return conversations.get(reader, id).thenCompose(conversation -> {
            Seq head = conversation.state().head();
            Span asked = Span.of(request, head);
            Span part = asked.part(request.forward(), request.limit());
            return read(id, part)
                    .thenApply(found -> new Page(
                            found, head, !asked.without(request.forward(), part).isEmpty()));
        });
    }

    /** Messages only. */
    public CompletionStage<Page> messages(UserId reader, ConversationId id, PageRequest request) {
        return conversations.get(reader, id).thenCompose(conversation -> {
            Seq head = conversation.state().head();
            return collect(id, Span.of(request, head), request, new ArrayList<>())
                    .thenApply(found -> new Page(
                            found,
                            head,
                            hasMore(request, found, conversation.state().ordinal())));
        });
    }

    private CompletionStage<List<Entry>> collect(ConversationId id, Span span, PageRequest request, List<Entry> found) {
        if (span.isEmpty() || found.size() >= request.limit()) {
            return CompletableFuture.completedFuture(cut(found, request));
        }
        Span part = span.part(request.forward(), request.limit() - found.size() + SLACK_ENTRIES);
        return read(id, part).thenCompose(entries -> {
            List<Entry> messages = entries.stream().filter(Entry::isMessage).toList();
            found.addAll(request.forward() ? found.size() : 0, messages);
            return collect(id, span.without(request.forward(), part), request, found);
        });
    }

    private CompletionStage<List<Entry>> read(ConversationId id, Span span) {
        return span.isEmpty()
                ? CompletableFuture.completedFuture(List.of())
                : log.entries(id, new Seq(span.from()), new Seq(span.to()));
    }

    private static List<Entry> cut(List<Entry> found, PageRequest request) {
        int excess = Math.max(0, found.size() - request.limit());
        return request.forward() ? found.subList(0, found.size() - excess) : found.subList(excess, found.size());
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
