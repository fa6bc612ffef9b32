package io.parley.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Evidence;
import io.parley.site.data.Findings;
import io.parley.site.data.Modules;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CompletenessTest {

    private static final Path ROOT = Path.of("/project");
    private static final String ALL = "[P: a @ /project/pom.xml, P: b @ /project/a/pom.xml, P: c @ /project/b/pom.xml]";
    private static final Modules MODULES = new Modules(List.of("a", "b"), List.of("a", "b"), new TreeSet<>());

    private final Findings findings = new Findings();

    @Test
    void insistsWhenTheBuildRanAllModules() {
        assertThat(decide("auto", ALL, "${test}", "a", "b")).isTrue();
        assertThat(findings.all()).isEmpty();
    }

    @Test
    void doesNotInsistWhenNoTestRan() {
        assertThat(decide("auto", ALL, "${test}")).isFalse();
        assertThat(findings.all()).isEmpty();
    }

    @Test
    void doesNotInsistWhenTheBuildWasLimitedToAModuleOrATest() {
        assertThat(decide("auto", "[P: b @ /project/a/pom.xml]", "${test}", "a"))
                .isFalse();
        assertThat(decide("auto", ALL, "SomeTest", "a")).isFalse();
        assertThat(findings.all()).isEmpty();
    }

    @Test
    void findsAModuleWhoseTestsLeftNothing() {
        assertThat(decide("auto", ALL, "${test}", "a")).isTrue();

        Seeds.assertCaught(
                "tests leave evidence", "a module without a listener", findings, "b: its tests left no evidence");
    }

    @Test
    void insistsWhenToldTo() {
        assertThat(decide("strict", "", "")).isTrue();
        assertThat(findings.all()).hasSize(2);
    }

    @Test
    void neverInsistsWhenToldNotTo() {
        assertThat(decide("report", ALL, "${test}", "a", "b")).isFalse();
    }

    private boolean decide(String mode, String built, String filter, String... modulesWithEvidence) {
        Options options = new Options(
                ROOT, Path.of("/out"), EvidenceMode.ofWord(mode), Instant.EPOCH, built, Options.filter(filter));
        Evidence evidence = new Evidence(List.of(), List.of(), new TreeSet<>(List.of(modulesWithEvidence)), List.of());
        return new Completeness(options, MODULES, evidence).decide(findings);
    }
}
