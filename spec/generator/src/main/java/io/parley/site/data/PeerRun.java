package io.parley.site.data;

import io.parley.evidence.RecordedResult;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Messages between two as one run of the load test recorded them: the latest that measured the peer too. Figures of two
 * runs are hours apart on a machine that is lent, so what they have over each other says nothing of the systems.
 */
public final class PeerRun {

    private static final String DIRECT = "load.direct.200.";
    private static final String PEER = "ejabberd";

    private final List<RecordedResult> results;

    /** @param results as they were recorded, those of one figure in the order of their dates */
    public PeerRun(List<RecordedResult> results) {
        List<RecordedResult> direct = results.stream()
                .filter(result -> result.id().startsWith(DIRECT))
                .toList();
        Optional<RecordedResult> latest = direct.stream()
                .filter(result -> result.id().endsWith("." + PEER + ".rate"))
                .reduce((older, newer) -> newer.date().isBefore(older.date()) ? older : newer);
        this.results = direct.stream()
                .filter(result ->
                        latest.filter(peer -> isOfOneRun(peer, result)).isPresent())
                .toList();
    }

    private static boolean isOfOneRun(RecordedResult one, RecordedResult other) {
        return one.date().equals(other.date())
                && Objects.equals(one.commit(), other.commit())
                && one.source().equals(other.source());
    }

    /**
     * A figure of the run.
     *
     * @param load its part of an id, such as {@code window-1}
     * @param system {@code parley}, {@code bare} or {@code ejabberd}
     * @param name such as {@code p99}
     */
    public Optional<RecordedResult> figure(String load, String system, String name) {
        return latest(DIRECT + load + "." + system + "." + name);
    }

    /** Parley's figure over the peer's. */
    public Optional<RecordedResult> ratio(String load, String name) {
        return figure(load, "parley-to-" + PEER, name);
    }

    private Optional<RecordedResult> latest(String id) {
        return results.stream().filter(result -> result.id().equals(id)).reduce((older, newer) -> newer);
    }
}
