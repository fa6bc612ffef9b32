package io.parley.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.acceptance.Installation;
import io.parley.evidence.Verifies;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Somebody writes while the network is away. */
@Order(6)
@ResourceLock(SharedBrowser.LOCK)
class OfflineTest {

    private static final List<String> WRITTEN = List.of("first", "second", "third");

    private final Person ann = Person.named("ann", Installation.address());
    private final Person ben = Person.named("ben", Installation.address());

    @BeforeEach
    void talk() {
        ann.goesThroughSocketsThatCanBeCut();
        ann.registers();
        ben.registers();
        ann.startsAChatWith(ben);
        ann.says("before");
        ben.opensChat(ann.name());
        ben.sees("before");
    }

    @Test
    @Verifies({"MSG-12", "MSG-17", "INV-4"})
    void isReadOnceAndInOrderAlsoWhenTheyCloseThePageMeanwhile() {
        ann.losesTheNetwork();
        WRITTEN.forEach(ann::says);
        WRITTEN.forEach(text -> ann.seesThatIs(text, "Sending"));
        ann.opensTheBrowserAnew();

        for (Person person : List.of(ann, ben)) {
            person.sees("before");
            WRITTEN.forEach(person::sees);
            assertThat(person.log().innerText()).containsSubsequence("before", "first", "second", "third");
        }
    }

    @Test
    @Verifies({"MSG-12", "INV-4"})
    void isReadOnceAlsoWhenTheyCloseTheTabAndKeepAnother() {
        ann.opensATabWithoutASocket();
        ann.sees("before");
        WRITTEN.forEach(ann::says);
        WRITTEN.forEach(text -> ann.seesThatIs(text, "Sending"));
        ann.closesTheTab();
        // The other tab looks at its connection at once, instead of at its next heartbeat.
        ann.losesTheNetwork();
        ann.hasTheNetworkAgain();

        for (Person person : List.of(ann, ben)) {
            WRITTEN.forEach(person::sees);
            assertThat(person.log().innerText()).containsSubsequence("before", "first", "second", "third");
        }
    }

    @Test
    @Verifies({"MSG-12", "MSG-17"})
    void readsWhatOthersWroteMeanwhile() {
        ann.losesTheNetwork();
        WRITTEN.forEach(ben::says);
        WRITTEN.forEach(ben::sees);
        assertThat(ann.log().innerText()).contains("before").doesNotContain(WRITTEN);
        ann.hasTheNetworkAgain();

        WRITTEN.forEach(ann::sees);
        assertThat(ann.log().innerText()).containsSubsequence("before", "first", "second", "third");
    }

    @AfterEach
    void leave() {
        ann.close();
        ben.close();
    }
}
