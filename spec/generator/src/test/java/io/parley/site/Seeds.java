package io.parley.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.ProofLog;
import io.parley.evidence.RuleProof;
import io.parley.site.data.Findings;
import io.parley.site.data.Project;
import java.nio.file.Path;

/** Planted violations: writes each down as proof that its rule bites, then insists that it does. */
public final class Seeds {

    /** Root directory of this project. */
    public static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    private Seeds() {}

    /** This project, as it is; read once. */
    public static Project realProject() {
        return Real.PROJECT;
    }

    /** The rule must have made exactly one finding, and it must say this. */
    public static void assertCaught(String rule, String seed, Findings findings, String message) {
        boolean caught = findings.all().size() == 1 && findings.all().get(0).contains(message);
        ProofLog.add(new RuleProof(rule, seed, caught));
        assertThat(findings.all()).as(seed).singleElement().asString().contains(message);
    }

    private static final class Real {

        private static final Project PROJECT = Project.read(ROOT, new Findings());
    }
}
