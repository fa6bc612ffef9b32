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
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures for people to look at, in target/screenshots; the test itself only holds what a picture must not be. */
@Order(6)
@ResourceLock(SharedBrowser.LOCK)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScreenshotsTest {

    private final Person ann = Person.named("ann", Installation.address());
    private final Person ben = Person.named("ben", Installation.address());
    private final Person cem = Person.named("cem", Installation.address());
    private final Person eva = Person.named("eva", Installation.address());

    @BeforeAll
    void talk() {
        Map<Person, String> names = Map.of(ann, "Ann Ferrer", ben, "Ben Okri", cem, "Cem Aydin", eva, "Eva Lindqvist");
        names.forEach((person, name) -> {
            person.registers();
            person.isCalled(name);
        });
        ben.startsAChatWith(ann);
        ben.says("The slides are in the usual place.");
        ann.opensChat("Ben Okri");
        ann.says("Thank you, I will read them tonight.");
        ann.createsAGroup("Sunday walk", ben, cem);
        ann.says("Shall we walk along the river on Sunday? It should stay dry until four.");
        ben.opensChat("Sunday walk");
        ben.says("Gladly. Ten o'clock at the bridge?");
        cem.opensChat("Sunday walk");
        cem.sees("Gladly. Ten o'clock at the bridge?");
        cem.says("I will bring coffee ☕");
        ann.sees("I will bring coffee ☕");
        ann.says("Ten at the bridge, then.");
        ann.seesThatIs("Ten at the bridge, then.", "Read by all");
        eva.startsAChatWith(ann);
        eva.says("Are you coming to the concert on Friday?");
        eva.says("I have two tickets.");
        eva.seesThatIs("I have two tickets.", "Delivered");
    }

    @ParameterizedTest
    @CsvSource({"DESKTOP,LIGHT", "DESKTOP,DARK", "PHONE,LIGHT", "PHONE,DARK"})
    @Verifies({"UI-1", "QG-10"})
    void fitTheScreenInBothColourSchemes(Screen screen, ColorScheme colours) throws Exception {
        try (Person there = ann.at(screen, colours)) {
            there.signsIn();
            shoot(there, "list", screen, colours);
            there.opensChat("Sunday walk");
            there.seesThatIs("Ten at the bridge, then.", "Read by all");
            shoot(there, "chat", screen, colours);
        }
    }

    static void shoot(Person person, String what, Screen screen, ColorScheme colours) throws Exception {
        Path file = Path.of(
                "target", "screenshots", (what + "-" + screen + "-" + colours).toLowerCase(Locale.ROOT) + ".png");
        Files.createDirectories(file.getParent());
        person.page().screenshot(new Page.ScreenshotOptions().setPath(file));
        int overflow = (int)
                person.page().evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(overflow).isZero();
        assertThat(Files.size(file)).isPositive();
    }

    @AfterAll
    void leave() {
        List.of(ann, ben, cem, eva).forEach(Person::close);
    }
}
