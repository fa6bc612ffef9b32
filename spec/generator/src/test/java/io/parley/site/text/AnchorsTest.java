package io.parley.site.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnchorsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [[here]]text                            | [[b-page-x-here]]text
            xref:08-concepts.adoc#errors[errors]    | xref:#b-08-concepts-x-errors[errors]
            xref:gaps.adoc[gaps]                    | xref:#b-gaps-x-top[gaps]
            xref:#here[here]                        | xref:#b-page-x-here[here]
            <<here,here>>                           | <<b-page-x-here,here>>
            xref:rules.adoc[the rules]              | the rules
            """)
    void renamesAnchorsAndReferencesOfAPage(String source, String renamed) {
        assertThat(Anchors.rename("page", source)).isEqualTo(renamed);
    }

    @Test
    void turnsTheAddressOfAPageIntoAPlaceOfTheBook() {
        assertThat(Anchors.of("limits.html#page.entries-max")).isEqualTo("b-limits-x-page.entries-max");
        assertThat(Anchors.of("component-log.html")).isEqualTo(Anchors.top("component-log"));
    }
}
