package io.parley.site.deck;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Verifies;
import io.parley.site.Seeds;
import io.parley.site.data.Findings;
import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Verifies("DOC-11")
class DeckSourceTest {

    private final Findings findings = new Findings();

    @Test
    void isSilentOnASoundDeck() {
        DeckSource deck = DeckSource.read("sound", deck(13, "1:00"), findings);

        assertThat(findings.all()).isEmpty();
        assertThat(deck.slides()).hasSize(13);
        assertThat(SlideTime.text(deck.time())).isEqualTo("13:00");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a talk that is too short   | 12 | 0:49 | time=9:48, expected 10:00 to 15:00
            a talk that is too long    | 12 | 1:16 | time=15:12, expected 10:00 to 15:00
            too few slides             | 11 | 1:00 | slides=11, expected 12 to 15
            too many slides            | 16 | 0:50 | slides=16, expected 12 to 15
            """)
    void holdsTheTalkToItsTime(String seed, int slides, String time, String message) {
        DeckSource.read("planted", deck(slides, time), findings);

        Seeds.assertCaught("decks keep to their time", seed, findings, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a slide without a time        | [#last]             | [.notes]  | has no time
            a slide with half a time      | [#last,time="1:7"]  | [.notes]  | has no time
            a slide without an id         | [time="1:00"]       | [.notes]  | has no id
            a slide without speaker notes | [#last,time="1:00"] | [.aside]  | has no speaker notes
            """)
    void asksEachSlideForIdTimeAndNotes(String seed, String attributes, String notes, String message) {
        String planted = deck(12, "1:00") + attributes + "\n== Last\n\nText.\n\n" + notes + "\n--\nSay it.\n--\n";

        DeckSource.read("planted", planted, findings);

        Seeds.assertCaught("slides have id, time and notes", seed, findings, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a typed number on a slide     | It takes 5 ms. | Say it.
            a typed number in the notes   | Text.          | It takes 5 ms.
            """)
    void findsTypedNumbersAlsoInTheNotes(String seed, String text, String notes) {
        String planted = deck(12, "1:00") + "[#last,time=\"1:00\"]\n== Last\n\n" + text + "\n\n[.notes]\n--\n" + notes
                + "\n--\n";

        DeckSource.read("planted", planted, findings);

        Seeds.assertCaught("no typed number with a unit", seed, findings, "is a number with a unit");
    }

    @Test
    void holdsTheStakeholdersDeckToWhatTheFirstSourceAsks() throws IOException {
        String source = Files.readString(Seeds.ROOT.resolve("slides/stakeholders.adoc"));
        DeckSource deck = DeckSource.read("stakeholders", source, findings);

        assertThat(findings.all()).isEmpty();
        assertThat(deck.slides().stream().map(SlideSource::id).toList())
                .contains("requirements", "goals", "answer", "alternatives", "risks")
                .endsWith("questions");
        assertThat(source).contains("diagram::context[]", "diagram::containers-wide[]", "diagram::components-wide[]");
    }

    private static String deck(int slides, String time) {
        return "= Deck\n:summary: For somebody.\n\n"
                + IntStream.rangeClosed(1, slides)
                        .mapToObj(i -> "[#s" + i + ",time=\"" + time
                                + "\"]\n== Slide\n\nText.\n\n[.notes]\n--\nSay it.\n" + "--\n\n")
                        .collect(Collectors.joining());
    }
}
