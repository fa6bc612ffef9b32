package io.parley.site.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnchorsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [[here]]text                            | [[page--here]]text
            xref:08-concepts.adoc#errors[errors]    | xref:#08-concepts--errors[errors]
            xref:gaps.adoc[gaps]                    | xref:#gaps--top[gaps]
            xref:#here[here]                        | xref:#page--here[here]
            <<here,here>>                           | <<page--here,here>>
            xref:rules.adoc[the rules]              | the rules
            """)
    void renamesAnchorsAndReferencesOfAPage(String source, String renamed) {
        assertThat(Anchors.rename("page", source)).isEqualTo(renamed);
    }

    @Test
    void turnsTheAddressOfAPageIntoAPlaceOfTheBook() {
        assertThat(Anchors.of("limits.html#page.entries-max")).isEqualTo("limits--page.entries-max");
        assertThat(Anchors.of("component-log.html")).isEqualTo(Anchors.top("component-log"));
    }
}
