package io.parley.threats;

import java.time.LocalDate;
import java.util.List;

/** Where an assessed threat stands. */
public sealed interface Status {

    /** Its kind, for counting and sorting. */
    Standing standing();

    /**
     * Nothing stops it yet.
     *
     * @param missing what would
     * @param closedBy catalogue ids, all of them known gaps
     */
    record Open(Risk risk, String missing, List<String> closedBy) implements Status {

        public Open {
            closedBy = List.copyOf(closedBy);
        }

        @Override
        public Standing standing() {
            return Standing.OPEN;
        }
    }

    /**
     * Something stops it, and tests show that it does.
     *
     * @param mechanism what does
     * @param tests what shows it; at least one
     */
    record Mitigated(String mechanism, List<TestReference> tests) implements Status {

        public Mitigated {
            tests = List.copyOf(tests);
        }

        @Override
        public Standing standing() {
            return Standing.MITIGATED;
        }
    }

    /**
     * It is left as it is, for a time.
     *
     * @param owner role that answers for it
     * @param expires the first day on which it has to be judged again
     */
    record Accepted(Risk risk, String reason, String owner, LocalDate expires) implements Status {

        @Override
        public Standing standing() {
            return Standing.ACCEPTED;
        }
    }
}
