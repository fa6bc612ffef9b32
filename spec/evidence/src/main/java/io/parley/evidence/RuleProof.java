package io.parley.evidence;

/**
 * A violation that was planted to prove that a rule of the build bites.
 *
 * @param rule name of the rule
 * @param seed what was planted
 * @param caught whether the rule found it
 */
public record RuleProof(String rule, String seed, boolean caught) {

    public RuleProof {
        if (rule.isBlank() || seed.isBlank()) {
            throw new IllegalArgumentException("rule=" + rule + " seed=" + seed + ", expected both");
        }
    }
}
