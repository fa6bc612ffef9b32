package io.parley.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.parley.acceptance.Installation;
import io.parley.evidence.Verifies;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Two people, two browsers, one conversation. */
@Order(6)
@ResourceLock(SharedBrowser.LOCK)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoPeopleChatTest {

    private final Person ann = Person.named("ann", Installation.address());
    private final Person ben = Person.named("ben", Installation.address());

    @BeforeAll
    void findEachOtherByUsername() {
        ann.registers();
        ben.registers();
        ann.startsAChatWith(ben);
    }

    @BeforeEach
    void openTheirChat() {
        ann.opensChat(ben.name());
        ben.opensChat(ann.name());
    }

    @Test
    @Verifies({"UI-1", "MSG-1", "MSG-3"})
    void findEachOtherByUsernameAndTalkWithoutReloading() {
        ann.says("Are you there?");
        ben.sees("Are you there?");
        ben.says("Yes, I am.");

        ann.sees("Yes, I am.");
        ann.sees("Are you there?");
        ben.sees("Yes, I am.");
    }

    @Test
    @Verifies("MSG-20")
    void seeTheTimeOfEachMessageAndTheDay() {
        ann.says("What time is it?");
        ann.sees("What time is it?");

        assertThat(ann.log().getByText(Pattern.compile("\\d{1,2}:\\d{2}")).first())
                .isVisible();
        assertThat(ann.log().getByText("Today")).isVisible();
    }

    @Test
    @Verifies({"UI-1", "MSG-4"})
    void comeBackToTheSameConversationByItsAddress() {
        ann.says("Remember this.");
        ann.sees("Remember this.");
        assertThat(ann.page()).hasURL(Pattern.compile(".*/c/[0-9a-f-]{36}$"));

        ann.page().reload();

        ann.sees("Remember this.");
        assertThat(ann.message()).isVisible();
    }

    @Test
    @Verifies({"UI-1", "MSG-2"})
    void talkInAGroup() {
        try (Person cem = Person.named("cem", Installation.address())) {
            cem.registers();

            cem.createsAGroup("Sunday walk", ann, ben);
            cem.says("Ten o'clock?");

            for (Person other : List.of(ann, ben)) {
                other.opensChat("Sunday walk");
                other.sees("Ten o'clock?");
            }
        }
    }

    @Test
    @Verifies("QG-7")
    void keepStrangersOut() {
        try (Person eve = Person.named("eve", Installation.address())) {
            eve.registers();
            ann.says("Between us.");
            ann.sees("Between us.");

            eve.page().navigate(ann.page().url());

            assertThat(eve.page()
                            .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("To your conversations")))
                    .isVisible();
            assertThat(eve.page().getByText("Between us.")).hasCount(0);
        }
    }

    @Test
    @Verifies({"UI-1", "QG-7"})
    void giveTheBrowserNoReasonToComplain() {
        ann.says("All quiet?");
        ann.sees("All quiet?");
        ann.page().reload();
        ann.sees("All quiet?");

        assertThat(ann.complaints()).isEmpty();
        assertThat(ben.complaints()).isEmpty();
    }

    @AfterAll
    void leave() {
        ann.close();
        ben.close();
    }
}
