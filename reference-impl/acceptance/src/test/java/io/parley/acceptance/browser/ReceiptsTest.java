package io.parley.acceptance.browser;

import com.microsoft.playwright.options.ColorScheme;
import io.parley.acceptance.Installation;
import io.parley.evidence.Verifies;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What a writer sees of those who read. */
@Order(6)
@ResourceLock(SharedBrowser.LOCK)
class ReceiptsTest {

    private final Person ann = Person.named("ann", Installation.address());
    private final Person ben = Person.named("ben", Installation.address(), Screen.PHONE, ColorScheme.DARK);

    @Test
    @Verifies({"MSG-10", "UI-1"})
    void areSentThenDeliveredThenReadAlsoAfterAReload() {
        Stream.of(ann, ben).forEach(Person::registers);
        ann.startsAChatWith(ben);
        ann.says("Are you there?");
        ann.seesThatIs("Are you there?", "Delivered");

        ben.opensChat(ann.name());
        ben.sees("Are you there?");
        ann.seesThatIs("Are you there?", "Read");

        ann.opensTheBrowserAnew();
        ann.seesThatIs("Are you there?", "Read");
    }

    @Test
    @Verifies("MSG-10")
    void sayInAGroupHowManyHaveReadUntilAllHave() {
        try (Person cem = Person.named("cem", Installation.address())) {
            Stream.of(ann, ben, cem).forEach(Person::registers);
            ann.createsAGroup("Sunday walk", ben, cem);
            ann.says("At ten?");
            ann.seesThatIs("At ten?", "Delivered");

            ben.opensChat("Sunday walk");
            ann.seesThatIs("At ten?", "Read by 1 of 2");
            cem.opensChat("Sunday walk");
            ann.seesThatIs("At ten?", "Read by all");
        }
    }

    @AfterEach
    void leave() {
        Stream.of(ann, ben).forEach(Person::close);
    }
}
