package io.parley.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.parley.acceptance.Installation;
import io.parley.evidence.Verifies;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two people, one of whom blocks the other and takes it back. */
@Order(6)
@ResourceLock(SharedBrowser.LOCK)
@Verifies({"USR-5", "UI-1"})
class BlockingTest {

    private static final String REFUSED = "Not sent. These two people cannot exchange messages.";

    @Test
    void stopsBothUntilItIsTakenBack() {
        try (Person ann = Person.named("ann", Installation.address());
                Person ben = Person.named("ben", Installation.address())) {
            meet(ann, ben);

            ann.press("Block " + ben.name());
            ann.press("Cancel");
            assertThat(ann.message()).isVisible();
            ann.press("Block " + ben.name());
            ann.press("Block");
            assertThat(ann.page().getByText("You have blocked " + ben.name() + ". Unblock to write again."))
                    .isVisible();
            assertThat(ann.message()).isHidden();
            ben.says("Just one more thing");
            assertThat(ben.page().getByText(REFUSED)).isVisible();

            // It is so on every device, and after the page was closed.
            ann.opensTheBrowserAnew();
            ann.press("Unblock " + ben.name());
            ann.press("Unblock");
            assertThat(ann.message()).isVisible();
            ben.press("Try again");
            ann.sees("Just one more thing");
            ann.says("All right.");
            ben.sees("All right.");
        }
    }

    @ParameterizedTest
    @CsvSource({"DESKTOP,LIGHT", "DESKTOP,DARK", "PHONE,LIGHT", "PHONE,DARK"})
    @Verifies({"UI-1", "QG-10"})
    void fitsTheScreenInBothColourSchemes(Screen screen, ColorScheme colours) throws Exception {
        try (Person ann = Person.named("ann", Installation.address(), screen, colours);
                Person ben = Person.named("ben", Installation.address(), screen, colours)) {
            meet(ann, ben);
            ann.press("Block " + ben.name());
            Locator dialog = ann.page().getByRole(AriaRole.DIALOG);
            assertThat(dialog).hasAccessibleName("Block " + ben.name() + "?");
            ScreenshotsTest.shoot(ann, "block", screen, colours);
            ann.press("Block");
            assertThat(ann.message()).isHidden();
            ScreenshotsTest.shoot(ann, "blocked", screen, colours);
            ben.says("Just one more thing");
            assertThat(ben.page().getByText(REFUSED, new Page.GetByTextOptions().setExact(true)))
                    .isVisible();
            // What was said before is still read, and shown so.
            ben.seesThatIs("Always!", "Read");
            ScreenshotsTest.shoot(ben, "refused", screen, colours);
        }
    }

    private static void meet(Person ann, Person ben) {
        Stream.of(ann, ben).forEach(Person::registers);
        ann.startsAChatWith(ben);
        ann.says("Are you there?");
        ben.opensChat(ann.name());
        ben.sees("Are you there?");
        ben.says("Always!");
        ann.sees("Always!");
    }
}
