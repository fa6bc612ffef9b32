package io.parley.conversation;

import io.parley.log.Entry;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * A page while it is read, from the end that was asked for on, until it is as long as was asked or as large as it may be. The
 * first entry is taken however large it is, so that whoever asks on gets on. Not safe for use by several threads.
 */
final class PageUnderWay {

    /** Positions that are read beyond what is lacking, as some may hold no message. */
    private static final int SLACK_ENTRIES = 8;

    private final PageRequest request;
    private final int bytesMax;
    private final int stepEntries;
    private final boolean messagesOnly;
    private final Deque<Entry> taken = new ArrayDeque<>();
    private long bytes;
    private boolean full;

    /**
     * @param bytesMax of the contents, in the form in which the log keeps them, which is that of the answer
     * @param stepEntries read at once, at most: contents that no page will hold are in memory for a moment
     */
    PageUnderWay(PageRequest request, int bytesMax, int stepEntries, boolean messagesOnly) {
        this.request = request;
        this.bytesMax = bytesMax;
        this.stepEntries = stepEntries;
        this.messagesOnly = messagesOnly;
    }

    boolean isFull() {
        return full;
    }

    /** Which of these positions are read next. */
    Span next(Span left) {
        int lacking = request.limit() - taken.size() + (messagesOnly ? SLACK_ENTRIES : 0);
        return left.part(request.forward(), Math.min(lacking, stepEntries));
    }

    /**
     * Takes what fits.
     *
     * @param ascending what stands at the positions that were read next
     */
    PageUnderWay add(List<Entry> ascending) {
        for (int i = 0; i < ascending.size() && !full; i++) {
            Entry entry = ascending.get(request.forward() ? i : ascending.size() - 1 - i);
            if (!messagesOnly || entry.isMessage()) {
                take(entry);
            }
        }
        return this;
    }

    private void take(Entry entry) {
        bytes += entry.contentBytes();
        if (bytes > bytesMax && !taken.isEmpty()) {
            full = true;
            return;
        }
        if (request.forward()) {
            taken.addLast(entry);
        } else {
            taken.addFirst(entry);
        }
        full = taken.size() == request.limit();
    }

    /** What was taken, ascending. */
    List<Entry> entries() {
        return List.copyOf(taken);
    }
}
