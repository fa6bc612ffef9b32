package io.parley.log;

import io.parley.kernel.Seq;

/** Which partition an entry stands in: a pure function of its seq, so that rolling to the next needs no coordination. */
public record Buckets(int entries) {

    public long of(Seq seq) {
        return (seq.value() - 1) / entries;
    }

    public Seq first(long bucket) {
        return new Seq(bucket * entries + 1);
    }

    public Seq last(long bucket) {
        return new Seq((bucket + 1) * entries);
    }

    public boolean isLast(Seq seq) {
        return seq.value() % entries == 0 && seq.value() > 0;
    }
}
