package io.parley.log;

import io.parley.kernel.Seq;

/** Which partition an entry stands in: a pure function of its seq, so that rolling to the next needs no coordination. */
record Buckets(int entries) {

    long of(Seq seq) {
        return (seq.value() - 1) / entries;
    }

    Seq first(long bucket) {
        return new Seq(bucket * entries + 1);
    }

    Seq last(long bucket) {
        return new Seq((bucket + 1) * entries);
    }

    boolean isLast(Seq seq) {
        return seq.value() % entries == 0 && seq.value() > 0;
    }
}
