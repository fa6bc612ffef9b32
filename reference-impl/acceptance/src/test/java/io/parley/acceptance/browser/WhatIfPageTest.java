package io.parley.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.parley.evidence.Verifies;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A planner asks what if, with the keyboard. */
@Order(6)
@ResourceLock(SharedBrowser.LOCK)
@Verifies({"QG-6", "DOC-7"})
class WhatIfPageTest {

    private static final String USERS = "People who use the installation on a day";

    @Test
    void aChangedInputChangesTheAnswerAndTheAddress() {
        try (WhatIfPage whatIf = WhatIfPage.open("#profile=community")) {
            assertThat(whatIf.answer("nodes")).hasText("3\u202fnodes");

            whatIf.number(USERS).focus();
            whatIf.page().keyboard().press("Control+A");
            whatIf.page().keyboard().type("500000");

            assertThat(whatIf.answer("nodes")).hasText("14\u202fnodes");
            assertThat(whatIf.page().url()).endsWith("#profile=community&users=500000");
            assertThat(whatIf.complaints()).isEmpty();
        }
    }

    @Test
    void theSliderMovesWithTheArrowKeys() {
        try (WhatIfPage whatIf = WhatIfPage.open("#profile=planet")) {
            String before = whatIf.answer("disk").innerText();

            whatIf.opensGroup("What is kept");
            whatIf.slider("How long messages are kept").focus();
            whatIf.page().keyboard().press("ArrowLeft");

            assertThat(whatIf.answer("disk")).not().hasText(before);
            assertThat(whatIf.page()).hasURL(Pattern.compile(".*retention-days=.*"));
            assertThat(whatIf.complaints()).isEmpty();
        }
    }

    @Test
    void aWrongInputIsExplainedAndTheAnswersStay() {
        try (WhatIfPage whatIf = WhatIfPage.open("#profile=team")) {
            String before = whatIf.answer("nodes").innerText();

            whatIf.number(USERS).fill("-3");

            assertThat(whatIf.problem()).containsText("expected a whole number, 1 … 1\u202f000\u202f000 users");
            assertThat(whatIf.number(USERS)).hasAttribute("aria-invalid", "true");
            assertThat(whatIf.answer("nodes")).hasText(before);

            whatIf.number(USERS).fill("2000");
            assertThat(whatIf.problem()).isHidden();

            whatIf.number("Messages sent to one other person").fill("1");
            assertThat(whatIf.problem()).containsText("direct-share + large-share, expected at most 1");
            assertThat(whatIf.complaints()).isEmpty();
        }
    }

    @Test
    void aLargeNumberStandsInGroupsUnlessItIsBeingEdited() {
        try (WhatIfPage whatIf = WhatIfPage.open("#profile=planet")) {
            assertThat(whatIf.number(USERS)).hasValue("2\u202f000\u202f000\u202f000");

            whatIf.number(USERS).focus();
            assertThat(whatIf.number(USERS)).hasValue("2000000000");

            whatIf.page().keyboard().press("Tab");
            assertThat(whatIf.number(USERS)).hasValue("2\u202f000\u202f000\u202f000");
            assertThat(whatIf.complaints()).isEmpty();
        }
    }

    @Test
    void anAddressShowsToAColleagueWhatItsAuthorSaw() {
        try (WhatIfPage whatIf = WhatIfPage.open("#profile=community&users=500000&text-bytes=nothing")) {
            assertThat(whatIf.problem()).containsText("Text of a message, mean: expected 1 … 16\u202f384 bytes");

            whatIf.number("Text of a message, mean").fill("400");

            assertThat(whatIf.answer("nodes")).hasText("14\u202fnodes");
            whatIf.page().getByText("Reset all").click();
            assertThat(whatIf.answer("nodes")).hasText("3\u202fnodes");
            assertThat(whatIf.page().url()).endsWith("#profile=community");
            assertThat(whatIf.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"DESKTOP,LIGHT", "DESKTOP,DARK", "PHONE,LIGHT", "PHONE,DARK"})
    void fitsTheScreenAndNamesEveryField(Screen screen, ColorScheme colours) {
        try (WhatIfPage whatIf = WhatIfPage.open("#profile=community&users=500000", screen, colours)) {
            Path file = Path.of(
                    "target", "screenshots", ("what-if-" + screen + "-" + colours).toLowerCase(Locale.ROOT) + ".png");
            whatIf.page().screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));

            assertThat(whatIf.page().evaluate("document.documentElement.scrollWidth"))
                    .isEqualTo(screen.width());
            assertThat(whatIf.page()
                            .evaluate("[...document.querySelectorAll('input')].filter("
                                    + "field => field.labels.length === 0 && !field.ariaLabel).length"))
                    .isEqualTo(0);
            assertThat(whatIf.complaints()).isEmpty();
        }
    }
}
