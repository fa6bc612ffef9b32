package io.parley.simulation.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.parley.evidence.ProofLog;
import io.parley.evidence.RuleProof;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** A kit that no wrong adapter fails says nothing. */
class TheKitBitesTest {

    private record Planted(String kit, String what, Class<?> adapter, String failing) {

        Planted(String what, Class<?> adapter, String failing) {
            this("log-store-contract", what, adapter, failing);
        }
    }

    static Stream<Planted> wrongAdapters() {
        return Stream.of(
                new Planted(
                        "overwrites what stands there",
                        WrongAdapters.Overwriting.class,
                        "losesTheSameBatchTheSecondTimeAndShowsItAsItWas"),
                new Planted(
                        "writes the free positions of a batch",
                        WrongAdapters.PartWriting.class,
                        "writesAllOfABatchOrNone"),
                new Planted(
                        "forgets that a bucket is closed",
                        WrongAdapters.Reopening.class,
                        "refusesARetiredBucketEvenWhereNothingStands"),
                new Planted(
                        "keeps what is to be erased", WrongAdapters.Keeping.class, "keepsTheEnvelopeOfAnErasedContent"),
                new Planted(
                        "forgets the id of what was erased",
                        WrongAdapters.IdsOfContents.class,
                        "readsTheIdsOfAllThatStandsErasedOrNot"),
                new Planted(
                        "keeps the snapshot that came last",
                        WrongAdapters.LastSnapshot.class,
                        "keepsTheSnapshotOfTheHighestPosition"),
                new Planted(
                        "receipt-store-contract",
                        "keeps the marks that came last, as by a clock",
                        WrongReceipts.LastWritten.class,
                        "keepsTheHigherOfEachPositionInWhateverOrderTheyCome"),
                new Planted(
                        "receipt-store-contract",
                        "keeps one mark per member",
                        WrongReceipts.OnePerMember.class,
                        "returnsTheMarksOfEachDevice"),
                new Planted(
                        "marker-store-contract",
                        "keeps what arrived last, whatever its timestamp",
                        WrongMarkers.LastArrived.class,
                        "letsTheLaterOfPutAndDropWinWhicheverArrivesFirst"),
                new Planted(
                        "marker-store-contract",
                        "clears what stands, and takes what comes later",
                        WrongMarkers.ClearedForNow.class,
                        "clearsAShardForEverAndNoOther"),
                new Planted(
                        "marker-store-contract",
                        "begins each page with the first marker",
                        WrongMarkers.OnePage.class,
                        "listsEveryMarkerOnceFromPageToPage"),
                new Planted(
                        "watermark-store-contract",
                        "keeps the watermark that came last",
                        WrongWatermarks.LastWritten.class,
                        "keepsTheHighestInWhateverOrderTheyCome"),
                new Planted(
                        "watermark-store-contract",
                        "keeps one watermark for all projections",
                        WrongWatermarks.OneForAll.class,
                        "keepsProjectionsApart"),
                new Planted(
                        "watermark-store-contract",
                        "forgets what is built",
                        WrongWatermarks.ForgettingWhatIsBuilt.class,
                        "remembersWhichProjectionsAreBuilt"),
                new Planted(
                        "incarnation-store-contract",
                        "renews a node that was declared dead",
                        WrongIncarnations.RevivingTheDead.class,
                        "leavesTheDeadDead"),
                new Planted(
                        "incarnation-store-contract",
                        "renews a node that was removed",
                        WrongIncarnations.BringingBackTheRemoved.class,
                        "bringsBackNobodyWhoWasRemoved"),
                new Planted(
                        "incarnation-store-contract",
                        "declares dead who has renewed meanwhile",
                        WrongIncarnations.NotComparingBeats.class,
                        "declaresDeadOnlyWhoHasNotRenewedSince"),
                new Planted(
                        "direct-conversations-contract",
                        "gives a pair whatever was claimed last",
                        WrongDirects.LastClaimed.class,
                        "keepsTheFirstClaimAndTellsItToTheSecond"),
                new Planted(
                        "direct-conversations-contract",
                        "looks whether a pair has one, and then writes",
                        WrongDirects.LookingFirst.class,
                        "letsOneOfManyClaimsWin"),
                new Planted(
                        "direct-conversations-contract",
                        "replaces whatever stands",
                        WrongDirects.NotComparing.class,
                        "replacesNothingButWhatItWasToldIsStale"),
                new Planted(
                        "direct-conversations-contract",
                        "tells who came too late that it was taken",
                        WrongDirects.TellingTheWanted.class,
                        "keepsTheFirstClaimAndTellsItToTheSecond"));
    }

    @ParameterizedTest
    @MethodSource("wrongAdapters")
    void failsAWrongAdapter(Planted planted) {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        // What fails here is meant to: it is nobody's evidence.
        LauncherConfig apart = LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .build();
        LauncherFactory.create(apart)
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(planted.adapter()))
                                .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
                                .build(),
                        listener);

        List<String> failing = listener.getSummary().getFailures().stream()
                .map(failure -> failure.getTestIdentifier().getUniqueId())
                .toList();
        boolean caught = failing.stream().anyMatch(id -> id.contains(planted.failing()));
        ProofLog.add(new RuleProof(planted.kit(), planted.what(), caught));
        assertThat(caught).as("%s", failing).isTrue();
    }
}
