package io.parley.conversation;

import io.parley.kernel.Seq;

/** The positions {@code from…to} of a log, both inclusive; empty when {@code from > to}. */
record Span(long from, long to) {

    /** What a request may see of a log with this head. */
    static Span of(PageRequest request, Seq head) {
        return request.forward()
                ? new Span(request.bound() + 1, head.value())
                : new Span(Seq.FIRST.value(), Math.min(request.bound() - 1, head.value()));
    }

    boolean isEmpty() {
        return from > to;
    }

    /** The end to begin with: the first {@code count} positions, or the last ones. */
    Span part(boolean forward, long count) {
        return forward ? new Span(from, Math.min(to, from + count - 1)) : new Span(Math.max(from, to - count + 1), to);
    }

    /** What is left without that {@link #part}. */
    Span without(boolean forward, Span part) {
        return forward ? new Span(part.to + 1, to) : new Span(from, part.from - 1);
    }
}
