package io.parley.receipt;

import io.parley.inbox.InboxRow.ReadMark;
import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import io.parley.log.ConversationState;
import io.parley.projection.InParallel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One write of one conversation's reports. The inboxes come first: a mark that is found in the store need not be looked for
 * there. Nobody is told before all of it is durable, so what a member has been shown as read stays so.
 */
final class ReportWrite {

    private static final Logger LOG = LoggerFactory.getLogger(ReportWrite.class);

    /** Rows that are written, and entries that are looked up, at the same time. */
    private static final int PARALLEL_MAX = 32;

    private final ConversationId conversation;
    private final ConversationState state;
    private final Map<Seq, Long> ordinals;
    private final ReceiptParts parts;

    /** @param ordinals what is known of them */
    ReportWrite(ConversationId conversation, ConversationState state, Map<Seq, Long> ordinals, ReceiptParts parts) {
        this.conversation = conversation;
        this.state = state;
        this.ordinals = new ConcurrentHashMap<>(ordinals);
        this.parts = parts;
        this.ordinals.put(Seq.NONE, 0L);
    }

    /** Writes what is news; empty if nothing is. */
    CompletionStage<Optional<MarksMoved>> write(List<DeviceMark> reported) {
        return parts.known().held(conversation).thenComposeAsync(held -> write(reported, held), parts.executor());
    }

    private CompletionStage<Optional<MarksMoved>> write(List<DeviceMark> reported, HeldMarks held) {
        List<DeviceMark> news =
                reported.stream().filter(each -> !held.covers(each)).toList();
        if (news.isEmpty()) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        return lookUp(news)
                .thenComposeAsync(found -> write(counted(news), held, positions(news, held)), parts.executor());
    }

    private CompletionStage<Optional<MarksMoved>> write(
            List<DeviceMark> news, HeldMarks held, Map<UserId, Mark> before) {
        return InParallel.forEach(readers(news, held), PARALLEL_MAX, parts.executor(), each -> parts.inbox()
                        .read(
                                each.user(),
                                conversation,
                                new ReadMark(each.mark().read(), each.mark().readOrdinal())))
                .thenComposeAsync(done -> parts.store().write(conversation, news), parts.executor())
                .thenComposeAsync(
                        done -> {
                            parts.known().add(conversation, held, news);
                            return members(held).handle((now, failure) -> {
                                if (failure != null) {
                                    LOG.warn("Marks in {} are told to nobody", conversation, failure);
                                }
                                return Optional.ofNullable(now).map(at -> told(held, before, at));
                            });
                        },
                        parts.executor());
    }

    /**
     * A state that says who is told: the latest that this node knows, and one that reaches as far as the marks. So nobody is
     * told of a mark above the entry that removed them, also by a node that has not heard of it.
     */
    private CompletionStage<ConversationState> members(HeldMarks held) {
        return parts.log().recent(conversation).thenCompose(known -> {
            ConversationState later = known.head().isAfter(state.head()) ? known : state;
            return held.highest().isAfter(later.head())
                    ? parts.log().state(conversation)
                    : CompletableFuture.completedFuture(later);
        });
    }

    /** Where those members were who report anything. */
    private static Map<UserId, Mark> positions(List<DeviceMark> news, HeldMarks held) {
        Map<UserId, Mark> before = new HashMap<>();
        news.forEach(each -> before.computeIfAbsent(each.user(), held::of));
        return before;
    }

    /** Whose reading is further than any of their devices told before. */
    private static List<DeviceMark> readers(List<DeviceMark> news, HeldMarks held) {
        return news.stream()
                .filter(each -> each.mark().read().isAfter(held.reportedRead(each.user())))
                .toList();
    }

    private MarksMoved told(HeldMarks held, Map<UserId, Mark> before, ConversationState at) {
        Map<UserId, Mark> moved = new HashMap<>();
        before.forEach((user, mark) -> {
            Mark now = held.of(user);
            if (!mark.covers(now) && at.isMember(user)) {
                moved.put(user, now);
            }
        });
        Mark all = held.of(at.members().keySet()).all();
        return new MarksMoved(conversation, at.members().keySet(), moved, all, held.tellsNews(all));
    }

    /** Reads the ordinals that are not known: usually none, as most report the head. */
    private CompletionStage<?> lookUp(List<DeviceMark> news) {
        List<Seq> unknown = news.stream()
                .map(each -> each.mark().read())
                .distinct()
                .filter(seq -> !ordinals.containsKey(seq))
                .sorted()
                .toList();
        return InParallel.forEach(unknown, PARALLEL_MAX, parts.executor(), seq -> parts.log()
                .entries(conversation, seq, seq)
                .thenAccept(found -> ordinals.put(seq, found.get(0).envelope().ordinal())));
    }

    private List<DeviceMark> counted(List<DeviceMark> news) {
        return news.stream()
                .map(each -> new DeviceMark(
                        each.user(),
                        each.device(),
                        new Mark(
                                each.mark().delivered(),
                                each.mark().read(),
                                Objects.requireNonNull(ordinals.get(each.mark().read())))))
                .toList();
    }
}
