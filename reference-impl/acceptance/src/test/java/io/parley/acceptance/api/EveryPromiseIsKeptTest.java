package io.parley.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.parley.acceptance.WholeSuite;
import io.parley.evidence.Verifies;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Looks back, as the last class of a whole run, at what all the others made the server answer: each operation with each
 * status and each problem that the OpenAPI document names, each frame of the AsyncAPI document, and each
 * problem of the catalogue. After a part of the tests it has nothing to say.
 */
@Isolated
@Verifies("API-1")
class EveryPromiseIsKeptTest {

    /** Else nothing below is looked at, and nobody notices. */
    @Test
    void looksBackWheneverNobodyChoseAmongTheTests() {
        assertThat(WholeSuite.isPlanned() || !WholeSuite.isDue()).isTrue();
    }

    @TestFactory
    Stream<DynamicTest> operationsAnswerEverythingThatTheDocumentPromises() {
        ApiDocument document = ApiDocument.committed();
        return inAWholeRun(DocumentedOperation.all().map(DocumentedOperation::id))
                .map(operation -> dynamicTest(
                        operation, () -> assertThat(missing(document.promised(operation), Occurrences.seen()))
                                .as("what %s is said to answer and never did in this run", operation)
                                .isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> framesOccurWithEverythingThatTheDocumentPromises() {
        SocketDocument document = SocketDocument.committed();
        return inAWholeRun(Arrays.stream(SocketDocument.Side.values()).flatMap(side -> document.types(side).stream()))
                .map(type -> dynamicTest(type, () -> assertThat(missing(document.promised(type), Occurrences.seen()))
                        .as("what the frame %s is said to carry and never did in this run", type)
                        .isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> problemsOfTheCatalogueOccur() {
        return inAWholeRun(ProblemCatalogue.committed().present().stream())
                .map(id -> dynamicTest(id, () -> assertThat(Occurrences.seen())
                        .as("the problem %s, which the catalogue promises, in this run", id)
                        .contains(Occurrences.ofProblem(id))));
    }

    @TestFactory
    Stream<DynamicTest> problemsOfTheFutureDoNotOccurYet() {
        return inAWholeRun(ProblemCatalogue.committed().future().stream())
                .map(id -> dynamicTest(id, () -> assertThat(Occurrences.seen())
                        .as("the problem %s, which the catalogue calls future, in this run", id)
                        .doesNotContain(Occurrences.ofProblem(id))));
    }

    /** What was promised and not seen. */
    static Set<String> missing(Set<String> promised, Set<String> seen) {
        Set<String> missing = new TreeSet<>(promised);
        missing.removeAll(seen);
        return missing;
    }

    private static Stream<String> inAWholeRun(Stream<String> names) {
        return WholeSuite.isPlanned() ? names : Stream.empty();
    }
}
