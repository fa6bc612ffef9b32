package io.parley.simulation;

import io.parley.evidence.ResultFile;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.Optional;

/** Where the figures of the simulation are recorded, if {@code -Dparley.simulation.results} names a file. */
public final class SimulationResults {

    private static final String SOURCE =
            "mvn -pl reference-impl/simulation -am test -Dtest=%s -Dparley.simulation.results=FILE";
    private static final String MORE = "mvn -Pseeds -pl reference-impl/simulation -am test -Dtest=SeedsTest";

    private SimulationResults() {}

    /** The file, for figures of this test. */
    public static Optional<ResultFile> file(String test) {
        return of(SOURCE.formatted(test));
    }

    /** The file, for figures of other seeds than a build runs. */
    static Optional<ResultFile> ofMoreSeeds() {
        return of(MORE);
    }

    private static Optional<ResultFile> of(String source) {
        return Optional.ofNullable(System.getProperty("parley.simulation.results"))
                .map(file -> ResultFile.at(Path.of(file), source));
    }

    /** What else the machine did, as whoever records it says by {@code -Dparley.simulation.beside}. */
    static String beside(String what) {
        return what + ", " + System.getProperty("parley.simulation.beside", "nobody said what ran beside it");
    }

    /** To two digits: more says nothing. */
    static double rounded(double rate) {
        return new BigDecimal(rate).round(new MathContext(2)).doubleValue();
    }
}
