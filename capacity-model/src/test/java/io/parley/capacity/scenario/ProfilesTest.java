package io.parley.capacity.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.capacity.Profiles;
import io.parley.capacity.model.Answers;
import io.parley.evidence.DataFiles;
import io.parley.evidence.Profile;
import io.parley.evidence.Verifies;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the scenarios and the catalogue's profiles together. */
@Verifies({"QG-6", "DOC-7"})
class ProfilesTest {

    private static final List<Profile> PROFILES =
            DataFiles.yamlList(Profiles.PROJECT.resolve("spec/profiles.yaml"), Profile.class);
    private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:[ .–][0-9]+)*");

    static Stream<Scenario> scenarios() {
        return Profiles.ALL.all().stream();
    }

    @Test
    void thereIsOneScenarioForEachProfileOfTheCatalogueInItsOrder() {
        assertThat(Profiles.ALL.all())
                .extracting(Scenario::profile)
                .isEqualTo(PROFILES.stream().map(Profile::id).toList());
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void holdsWhatTheCatalogueSaysThatItMustHold(Scenario scenario) {
        Answers answers = scenario.solve();

        assertThat(scenario.holdings()).isNotEmpty().allSatisfy(holding -> {
            assertThat(profile(scenario).holds()).contains(holding.words());
            assertThat(holding.holds(scenario.inputs(), answers))
                    .as("%s, %s", holding.words(), holding.target().value(scenario.inputs(), answers))
                    .isTrue();
        });
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void quotesEveryNumberThatTheCatalogueNames(Scenario scenario) {
        String quoted = scenario.holdings().stream().map(Holding::words).collect(Collectors.joining("\n"));
        Matcher numbers = NUMBER.matcher(profile(scenario).holds());

        while (numbers.find()) {
            assertThat(quoted).contains(numbers.group());
        }
    }

    private static Profile profile(Scenario scenario) {
        return PROFILES.stream()
                .filter(profile -> profile.id().equals(scenario.profile()))
                .findFirst()
                .orElseThrow();
    }
}
