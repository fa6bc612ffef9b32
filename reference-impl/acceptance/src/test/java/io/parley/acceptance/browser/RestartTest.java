package io.parley.acceptance.browser;

import io.parley.acceptance.OwnInstallation;
import io.parley.evidence.Verifies;
import java.util.Random;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Server and stores die at the same time while people talk. */
@Order(5)
@ResourceLock(OwnInstallation.LOCK)
@ResourceLock(SharedBrowser.LOCK)
class RestartTest {

    /** In which they are killed; the same each time. */
    private static final long ORDER = 1;

    private final OwnInstallation installation = OwnInstallation.shared();

    @Test
    @Verifies({"MSG-17", "MSG-4", "UI-1"})
    void losesAndDoublesNothingThatPeopleSaid() {
        try (Person ann = Person.named("ann", installation.address());
                Person ben = Person.named("ben", installation.address())) {
            ann.registers();
            ben.registers();
            ann.startsAChatWith(ben);
            ann.says("before");
            ben.opensChat(ann.name());
            ben.sees("before");

            installation.killEverything(new Random(ORDER));
            try {
                ann.says("while all was away");
            } finally {
                installation.restart();
            }

            ben.sees("while all was away");
            ben.says("after");
            for (Person person : new Person[] {ann, ben}) {
                person.sees("before");
                person.sees("while all was away");
                person.sees("after");
                person.page().reload();
                person.sees("before");
                person.sees("while all was away");
                person.sees("after");
            }
        }
    }
}
