package io.parley.site.data;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Holds the relations between decision records against each other: each stands at both ends, and none leads nowhere. */
public final class DecisionRelations {

    private final Map<String, Decision> byNumber;

    public DecisionRelations(List<Decision> decisions) {
        byNumber =
                decisions.stream().collect(Collectors.toMap(Decision::number, Function.identity(), (one, same) -> one));
    }

    /** Adds a finding for each relation that only one of its ends tells. */
    public void check(Findings findings) {
        byNumber.values().forEach(decision -> {
            mutual(decision, "relates to", decision.relates(), Decision::relates, findings);
            mutual(decision, "supersedes", decision.supersedes(), Decision::supersededBy, findings);
            mutual(decision, "is superseded by", decision.supersededBy(), Decision::supersedes, findings);
            if (decision.status().equals("superseded")
                    == decision.supersededBy().isEmpty()) {
                findings.add(
                        "adr " + decision.number(),
                        "status=" + decision.status()
                                + ", expected superseded exactly when a later record supersedes it");
            }
        });
    }

    private void mutual(
            Decision decision,
            String verb,
            List<String> numbers,
            Function<Decision, List<String>> back,
            Findings findings) {
        for (String number : numbers) {
            Decision other = byNumber.get(number);
            if (other == null) {
                findings.add("adr " + decision.number(), verb + " " + number + ", which does not exist");
            } else if (number.equals(decision.number())) {
                findings.add("adr " + number, verb + " itself");
            } else if (!back.apply(other).contains(decision.number())) {
                findings.add(
                        "adr " + decision.number(),
                        verb + " " + number + ", which does not say so of " + decision.number());
            }
        }
    }
}
