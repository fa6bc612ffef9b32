package io.parley.site.data;

import io.parley.evidence.RecordedResult;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How fast the simulation is: the seeds of the build have to be through within a minute. Of several records of one figure the
 * latest counts, and both figures have to be of one run.
 */
public final class SeedsRate {

    private final List<RecordedResult> results;

    /** @param results as they were recorded, those of one figure in the order of their dates */
    public SeedsRate(List<RecordedResult> results) {
        this.results = List.copyOf(results);
    }

    /** Whether as many seeds as a build runs end within a minute, as it was last measured. */
    public boolean isHeld() {
        return latest("simulation.seeds")
                .flatMap(seeds -> latest("simulation.seeds-per-minute")
                        .filter(rate -> Objects.equals(rate.commit(), seeds.commit()) && rate.value() >= seeds.value()))
                .isPresent();
    }

    private Optional<RecordedResult> latest(String id) {
        return results.stream().filter(result -> result.id().equals(id)).reduce((older, newer) -> newer);
    }
}
