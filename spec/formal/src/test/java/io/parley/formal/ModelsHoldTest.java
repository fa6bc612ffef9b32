package io.parley.formal;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Verifies;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The small models have no error, and what could not happen in them is known. */
class ModelsHoldTest {

    private static final ModelRuns RUNS = new ModelRuns();

    @BeforeAll
    static void startAll(@TempDir Path folder) {
        RUNS.start("log-small", Tlc.SMALL, Model.named("ConversationLog"), Configuration.named("log-small"), folder);
        RUNS.start("log-ends", Tlc.SMALL, Model.named("ConversationLog"), Configuration.named("log-ends"), folder);
        RUNS.start("lease", Tlc.SMALL, Model.named("Lease"), Configuration.named("lease"), folder);
        for (String name : List.of("delivery-repair", "delivery-lapse", "delivery-devices", "delivery-live")) {
            RUNS.start(name, Tlc.SMALL, Model.named("Delivery"), Configuration.named(name), folder);
        }
    }

    @AfterAll
    static void endAll() {
        RUNS.close();
    }

    @Test
    @Verifies({"INV-1", "INV-2", "INV-3"})
    void keepsWhatWasAcknowledgedInALogWithoutHoles() {
        holds("log-small", "INV_1_Gapless", "INV_2_Agreement", "INV_3_Durable");
    }

    @Test
    @Verifies({"INV-4", "INV-5"})
    void writesEachIdOnceAndOnlyWhatIsAllowed() {
        holds("log-small", "INV_4_Once", "INV_5_Authorised");
    }

    @Test
    void endsEveryProposal() {
        holds("log-ends", "Ends");
    }

    @Test
    @Verifies("INV-6")
    void appliesEntriesInOrderEachOnce() {
        holds("delivery-repair", "INV_6_InOrder");
        holds("delivery-devices", "INV_6_InOrder");
        holds("delivery-live", "INV_6_InOrder");
    }

    @Test
    @Verifies("INV-7")
    void bringsWhatWasAcknowledgedToEveryReachableDevice() {
        holds("delivery-repair", "INV_7_Delivered");
        holds("delivery-devices", "INV_7_Delivered");
        holds("delivery-live", "INV_7_Delivered");
    }

    @Test
    @Verifies("QG-2")
    void declaresNobodyDeadWhoHoldsItsLease() {
        holds("lease", "Fenced");
        holds("delivery-lapse", "Repairable");
    }

    @Test
    void takesEveryActionOfEachModule() {
        assertThat(RUNS.of("log-small").neverTaken()).isEmpty();
        assertThat(RUNS.of("lease").neverTaken()).isEmpty();
        assertThat(RUNS.of("delivery-repair").neverTaken()).containsExactly("Lapse");
        // Without devices there are no actions of devices that could be left out.
        assertThat(RUNS.of("delivery-lapse").neverTaken()).isEmpty();
        assertThat(RUNS.of("delivery-lapse").taken()).containsKeys("Lapse", "Crash", "CommitLate", "Sweep");
    }

    @Test
    void leavesOutOnlyWhatTheOtherConfigurationsAreNotAbout() {
        assertThat(RUNS.of("log-ends").neverTaken()).containsExactly("Erase");
        assertThat(RUNS.of("delivery-devices").neverTaken())
                .containsExactly("CommitLate", "Crash", "GiveUp", "Lapse", "Sweep", "SweepDone");
        assertThat(RUNS.of("delivery-live").neverTaken())
                .containsExactly("CommitLate", "Crash", "GiveUp", "Lapse", "Ping", "Sweep", "SweepDone");
    }

    private static void holds(String name, String... invariants) {
        ModelRun run = RUNS.of(name);
        assertThat(run.finished()).as(run.output()).isTrue();
        assertThat(run.distinctStates()).isGreaterThan(500);
        assertThat(Configuration.named(name).checked()).contains(invariants);
    }
}
