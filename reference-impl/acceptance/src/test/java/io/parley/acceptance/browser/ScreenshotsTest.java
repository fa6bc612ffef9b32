package io.parley.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.parley.acceptance.Installation;
import io.parley.evidence.Verifies;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures for people to look at, in target/screenshots; the test itself only holds what a picture must not be. */
@ResourceLock(Chromium.LOCK)
class ScreenshotsTest {

    private final Person ben = Person.named("ben", Installation.address());
    private final Person cem = Person.named("cem", Installation.address());

    @ParameterizedTest
    @CsvSource({"DESKTOP,LIGHT", "DESKTOP,DARK", "PHONE,LIGHT", "PHONE,DARK"})
    @Verifies({"UI-1", "QG-10"})
    void fitTheScreenInBothColourSchemes(Screen screen, ColorScheme colours) throws Exception {
        try (Person ann = Person.named("ann", Installation.address(), screen, colours)) {
            List.of(ben, cem, ann).forEach(Person::registers);
            ann.createsAGroup("Sunday walk", ben, cem);
            ann.says("Shall we walk along the river on Sunday? It should stay dry until four.");
            ben.opensChat("Sunday walk");
            ben.says("Gladly. Ten o'clock at the bridge?");
            cem.opensChat("Sunday walk");
            cem.says("I will bring coffee ☕");
            ann.sees("Gladly. Ten o'clock at the bridge?");
            ann.sees("I will bring coffee ☕");
            shoot(ann, "chat", screen, colours);
            ann.opens("/");
            shoot(ann, "list", screen, colours);
        }
    }

    private static void shoot(Person person, String what, Screen screen, ColorScheme colours) throws Exception {
        Path file = Path.of(
                "target", "screenshots", (what + "-" + screen + "-" + colours).toLowerCase(Locale.ROOT) + ".png");
        Files.createDirectories(file.getParent());
        person.page().screenshot(new Page.ScreenshotOptions().setPath(file));
        int overflow = (int)
                person.page().evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(overflow).isZero();
        assertThat(Files.size(file)).isPositive();
    }

    @AfterEach
    void leave() {
        ben.close();
        cem.close();
    }
}
