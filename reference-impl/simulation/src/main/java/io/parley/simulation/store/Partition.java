package io.parley.simulation.store;

import io.parley.kernel.Seq;
import io.parley.log.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * One bucket of a log as its replicas hold it together.
 *
 * <p>A proposal that hangs was taken by some replica and not by a quorum: nobody sees it until the next serial operation
 * either completes it or replaces it for ever. Rows that were written without an acknowledgement may be missing from a
 * quorum read, all of one batch or none, until a serial operation or a read that did see them has brought them to a quorum.
 */
final class Partition {

    private final NavigableMap<Seq, Entry> rows = new TreeMap<>();
    private final List<Proposal> hanging = new ArrayList<>();
    private final List<Proposal> underWay = new ArrayList<>();
    private Seq unconfirmedFrom = new Seq(Long.MAX_VALUE >>> 10);
    private boolean retired;

    private static final Seq NOWHERE = new Seq((1L << 53) - 1);

    boolean isRetired() {
        return retired;
    }

    void retire() {
        retired = true;
    }

    boolean isFree(Proposal proposal) {
        return !retired && proposal.entries().stream().noneMatch(entry -> rows.containsKey(entry.seq()));
    }

    /** Writes all entries. What was written before is on a quorum from here on: the round has seen to that. */
    void write(Proposal proposal, boolean acknowledged) {
        proposal.entries().forEach(entry -> rows.put(entry.seq(), entry));
        unconfirmedFrom = acknowledged ? NOWHERE : proposal.entries().get(0).seq();
    }

    void confirm() {
        unconfirmedFrom = NOWHERE;
    }

    void replace(Entry entry) {
        rows.put(entry.seq(), entry);
    }

    List<Entry> rows(Seq from, Seq to) {
        return from.isAfter(to)
                ? List.of()
                : new ArrayList<>(rows.subMap(from, true, to, true).values());
    }

    /** The rows that every quorum holds. */
    List<Entry> confirmedRows(Seq from, Seq to) {
        Seq last = unconfirmedFrom.plus(-1);
        return rows(from, last.isAfter(to) ? to : last);
    }

    List<Proposal> takeHanging() {
        List<Proposal> taken = new ArrayList<>(hanging);
        hanging.clear();
        return taken;
    }

    void hang(Proposal proposal) {
        hanging.add(proposal);
    }

    List<Proposal> underWay() {
        return underWay;
    }
}
