package io.parley.acceptance.browser;

import io.parley.acceptance.Installation;
import io.parley.embedded.ServerProcess;
import io.parley.evidence.Verifies;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The server dies while people talk. */
@Order(2)
@ResourceLock(SharedBrowser.LOCK)
class RestartTest {

    private final ServerProcess node = new ServerProcess(Installation.settings(Path.of("target", "server-to-kill")));

    @BeforeEach
    void start() {
        node.start();
    }

    @Test
    @Verifies({"MSG-17", "MSG-4", "UI-1"})
    void losesAndDoublesNothingThatPeopleSaid() {
        try (Person ann = Person.named("ann", node.address());
                Person ben = Person.named("ben", node.address())) {
            ann.registers();
            ben.registers();
            ann.startsAChatWith(ben);
            ann.says("before");
            ben.opensChat(ann.name());
            ben.sees("before");

            node.kill();
            ann.says("while it was away");
            node.start();

            ben.sees("while it was away");
            ben.says("after");
            for (Person person : new Person[] {ann, ben}) {
                person.sees("before");
                person.sees("while it was away");
                person.sees("after");
                person.page().reload();
                person.sees("before");
                person.sees("while it was away");
                person.sees("after");
            }
        }
    }

    @AfterEach
    void stop() {
        node.stop();
    }
}
