package io.parley.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.ProofLog;
import io.parley.evidence.RuleProof;
import io.parley.site.data.Findings;
import io.parley.site.data.Project;
import io.parley.site.output.OutputFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Planted violations: writes each down as proof that its rule bites, then insists that it does. */
public final class Seeds {

    /** Root directory of this project. */
    public static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    private Seeds() {}

    /** This project, as it is. */
    public static Project realProject() {
        return Project.read(ROOT, new Findings());
    }

    /** What is made of this project, without evidence. */
    public static OutputFiles realOutput() {
        try {
            return realBuild().files();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SiteBuild realBuild() {
        return new SiteBuild(Options.parse(
                "--project=" + ROOT,
                "--output=" + ROOT.resolve("spec/site/target/unused"),
                "--evidence=report",
                "--book=first-page",
                // No evidence is as young as this.
                "--build-started=9999-01-01T00:00:00Z"));
    }

    /** The rule must have made exactly one finding, and it must say this. */
    public static void assertCaught(String rule, String seed, Findings findings, String message) {
        boolean caught = findings.all().size() == 1 && findings.all().get(0).contains(message);
        ProofLog.add(new RuleProof(rule, seed, caught));
        assertThat(findings.all()).as(seed).singleElement().asString().contains(message);
    }
}
