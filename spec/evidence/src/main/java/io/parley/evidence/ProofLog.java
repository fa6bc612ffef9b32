package io.parley.evidence;

/**
 * Where the tests of the build's rules write down each violation that they planted: {@code target/evidence/rules-*.jsonl}.
 *
 * <p>Thread-safe.
 */
public final class ProofLog {

    private static final EvidenceFile FILE = EvidenceFile.inModule("rules");

    private ProofLog() {}

    /** Appends one proof; call it before the assertion that the violation was caught, so that a miss is written as well. */
    public static void add(RuleProof proof) {
        FILE.append(line(proof));
    }

    static String line(RuleProof proof) {
        return new JsonLine()
                .text("rule", proof.rule())
                .text("seed", proof.seed())
                .truth("caught", proof.caught())
                .end();
    }
}
