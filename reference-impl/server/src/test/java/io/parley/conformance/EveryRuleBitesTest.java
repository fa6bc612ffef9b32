package io.parley.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.ProofLog;
import io.parley.evidence.RuleProof;
import io.parley.evidence.Verifies;
import io.parley.model.ModelReader;
import io.parley.model.conformance.Code;
import io.parley.model.conformance.Rule;
import io.parley.model.conformance.Rules;
import io.parley.model.conformance.Violation;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Verifies({"QG-8", "DOC-2"})
class EveryRuleBitesTest {

    private static final Code CODE = Project.code();
    private static final List<Violation> BEFORE = Rules.violations(ModelReader.parse(Project.modelText()), CODE);

    static Stream<Seed> seeds() {
        return Seeds.all();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void findsThePlantedViolation(Seed seed, @TempDir Path folder) {
        Rule rule = Rules.all().stream()
                .filter(each -> each.id().equals(seed.rule()))
                .findFirst()
                .orElseThrow();
        Seed.Copy copy = seed.edit().apply(Project.modelText(), CODE, folder);

        List<Violation> found = rule.violations(copy.model(), copy.code()).stream()
                .filter(violation -> !BEFORE.contains(violation))
                .toList();

        boolean caught = found.stream()
                .anyMatch(
                        v -> v.elements().equals(seed.elements()) && v.detail().contains(seed.detail()));
        ProofLog.add(new RuleProof(seed.rule(), seed.what(), caught));
        assertThat(caught).as("%s, found %s", seed, found).isTrue();
    }

    @Test
    void findsNothingInAnUneditedCopy() {
        assertThat(Rules.violations(ModelReader.parse(Project.modelText()), CODE))
                .isEmpty();
    }

    @Test
    void plantsAtLeastOneViolationForEachRule() {
        assertThat(Seeds.all().map(Seed::rule))
                .containsAll(Rules.all().stream().map(Rule::id).toList());
    }
}
