package io.parley.simulation;

import io.parley.log.Outcome;
import io.parley.log.Refusal;
import java.time.Instant;

/** What a problem of the interface says about a command. */
final class Refusals {

    private Refusals() {}

    static Outcome outcome(String problem) {
        return switch (problem) {
            case "not-found" -> new Outcome.Refused(new Refusal.NotAMember());
            case "id-in-use" -> new Outcome.Refused(new Refusal.IdInUse());
            case "clock-skew" -> new Outcome.Refused(new Refusal.ClockSkew(Instant.EPOCH));
            case "read-only" -> new Outcome.Refused(new Refusal.ReadOnly());
            case "overloaded" -> new Outcome.Overloaded();
            case "store-unavailable" -> new Outcome.Unavailable();
            default -> throw new IllegalStateException("problem=" + problem + ", expected one of the log's");
        };
    }
}
