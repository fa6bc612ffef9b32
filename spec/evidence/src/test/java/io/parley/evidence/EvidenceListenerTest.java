package io.parley.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs small classes of each kind through a launcher of its own and reads the lines that the listener leaves. */
class EvidenceListenerTest {

    private static final String SAMPLES = "io.parley.evidence.EvidenceListenerTest$";

    @TempDir
    Path directory = Path.of("unset");

    @Test
    void writesNameIdsAndResultOfEachTest() throws IOException {
        List<String> lines = run(Plain.class);

        assertThat(lines)
                .anySatisfy(line -> assertThat(line)
                        .startsWith("{\"test\":\"" + SAMPLES
                                + "Plain#holds\",\"ids\":[\"INV-1\",\"INV-2\"],\"result\":\"passed\"," + "\"millis\":"))
                .anySatisfy(
                        line -> assertThat(line).contains("Plain#breaks\",\"ids\":[\"INV-3\"],\"result\":\"failed\""))
                .anySatisfy(
                        line -> assertThat(line).contains("Plain#assumes\",\"ids\":[\"INV-3\"],\"result\":\"aborted\""))
                .anySatisfy(
                        line -> assertThat(line).contains("Plain#rests\",\"ids\":[\"INV-3\"],\"result\":\"skipped\""))
                .hasSize(4);
    }

    @Test
    void givesTheNearestAnnotationToTestsOfNestedAndInheritingClasses() throws IOException {
        assertThat(run(Outer.class))
                .anySatisfy(line -> assertThat(line).contains("Outer$Own#holds\",\"ids\":[\"INV-5\"]"))
                .anySatisfy(line -> assertThat(line).contains("Outer$OfAround#holds\",\"ids\":[\"INV-4\"]"))
                .hasSize(2);
        assertThat(run(Inheriting.class))
                .anySatisfy(line -> assertThat(line).contains("Inheriting#holds\",\"ids\":[\"INV-6\"]"))
                .hasSize(1);
    }

    @Test
    void namesEachInvocationOfAParameterizedAndOfADynamicTest() throws IOException {
        assertThat(run(Many.class))
                .anySatisfy(
                        line -> assertThat(line).contains("Many#holdsFor [1] ").contains("\"ids\":[\"INV-7\"]"))
                .anySatisfy(
                        line -> assertThat(line).contains("Many#holdsFor [2] ").contains("\"ids\":[\"INV-7\"]"))
                .anySatisfy(line -> assertThat(line).contains("Many#made first").contains("\"ids\":[\"INV-8\"]"))
                .hasSize(3);
    }

    @Test
    void tellsThatTheTestsOfAFailedClassDidNotRun() throws IOException {
        assertThat(run(NeverStarts.class))
                .singleElement()
                .asString()
                .contains("NeverStarts\",\"ids\":[\"INV-3\"],\"result\":\"failed\"");
    }

    @Test
    void keepsAllIdsOfATestThatNamesTooManySoThatTheReaderCanRefuseIt() throws IOException {
        assertThat(run(Greedy.class))
                .singleElement()
                .asString()
                .contains("\"ids\":[\"INV-1\",\"INV-2\",\"INV-3\",\"INV-4\"]");
    }

    @Test
    void isRegisteredSoThatADependencyIsEnough() {
        assertThat(java.util.ServiceLoader.load(TestExecutionListener.class))
                .anySatisfy(listener -> assertThat(listener).isInstanceOf(EvidenceListener.class));
    }

    private List<String> run(Class<?> sample) throws IOException {
        Path own = directory.resolve(sample.getSimpleName());
        var config = LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .addTestExecutionListeners(new EvidenceListener(EvidenceFile.in(own, "junit")))
                .build();
        LauncherFactory.create(config)
                .execute(LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectClass(sample))
                        .build());
        try (var files = Files.list(own)) {
            return Files.readAllLines(files.findFirst().orElseThrow());
        }
    }

    @Verifies("INV-3")
    static class Plain {
        @Test
        @Verifies({"INV-1", "INV-2"})
        void holds() {}

        @Test
        void breaks() {
            throw new AssertionError("expected by EvidenceListenerTest");
        }

        @Test
        void assumes() {
            Assumptions.abort("expected by EvidenceListenerTest");
        }

        @Test
        @Disabled("a sample of a skipped test, run by EvidenceListenerTest only")
        void rests() {}
    }

    @Verifies("INV-4")
    static class Outer {
        @Nested
        @Verifies("INV-5")
        class Own {
            @Test
            void holds() {}
        }

        @Nested
        class OfAround {
            @Test
            void holds() {}
        }
    }

    abstract static class Kit {
        @Test
        void holds() {}
    }

    @Verifies("INV-6")
    static class Inheriting extends Kit {}

    static class Many {
        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        @Verifies("INV-7")
        void holdsFor(int number) {
            assertThat(number).isPositive();
        }

        @TestFactory
        @Verifies("INV-8")
        List<DynamicTest> made() {
            return List.of(DynamicTest.dynamicTest("first", () -> {}));
        }
    }

    @Verifies("INV-3")
    static class NeverStarts {
        @BeforeAll
        static void fail() {
            throw new AssertionError("expected by EvidenceListenerTest");
        }

        @Test
        void wouldHold() {}
    }

    static class Greedy {
        @Test
        @Verifies({"INV-1", "INV-2", "INV-3", "INV-4"})
        void holds() {}
    }
}
