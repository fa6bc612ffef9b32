package io.parley.evidence;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Writes one line per test to {@code target/evidence/junit-<process>-<start>.jsonl} of the module under test.
 *
 * <p>Registered as a service: a module takes part by having this one on its test class path. Lines are appended as tests
 * end, so that what ran before a crash is kept. A line holds what was annotated, also when that breaks a rule: a listener
 * cannot fail a test run, so the reader of the lines fails the build. Safe for tests that run at the same time.
 *
 * @see Verifies
 */
public final class EvidenceListener implements TestExecutionListener {

    private final EvidenceFile file;
    private final Map<String, Long> startedNanos = new ConcurrentHashMap<>();
    private @Nullable TestPlan plan;

    /** Writes below the module under test. */
    public EvidenceListener() {
        this(EvidenceFile.inModule("junit"));
    }

    EvidenceListener(EvidenceFile file) {
        this.file = file;
    }

    @Override
    public void testPlanExecutionStarted(TestPlan testPlan) {
        plan = testPlan;
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        startedNanos.put(test.getUniqueId(), System.nanoTime());
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        write(test, Outcome.SKIPPED, 0);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        Outcome outcome =
                switch (result.getStatus()) {
                    case SUCCESSFUL -> Outcome.PASSED;
                    case FAILED -> Outcome.FAILED;
                    case ABORTED -> Outcome.ABORTED;
                };
        Long started = startedNanos.remove(test.getUniqueId());
        // A container is told only when it did not succeed: then the tests that it hides did not run.
        if (test.isTest() || outcome != Outcome.PASSED) {
            write(test, outcome, started == null ? 0 : (System.nanoTime() - started) / 1_000_000);
        }
    }

    private void write(TestIdentifier test, Outcome outcome, long millis) {
        TestSource source = sourceOf(test);
        Class<?> type = null;
        Method method = null;
        if (source instanceof MethodSource of) {
            type = of.getJavaClass();
            method = of.getJavaMethod();
        } else if (source instanceof ClassSource of) {
            type = of.getJavaClass();
        }
        List<String> ids = type == null ? List.of() : VerifiedIds.of(type, method);
        file.append(new JsonLine()
                .text("test", nameOf(test, type, method))
                .texts("ids", ids)
                .text("result", outcome.word())
                .number("millis", millis)
                .end());
    }

    private @Nullable TestSource sourceOf(TestIdentifier test) {
        TestIdentifier at = test;
        // A dynamic test may have no source of its own; then its factory method has one.
        while (at.getSource().isEmpty() && plan != null && plan.getParent(at).isPresent()) {
            at = plan.getParent(at).get();
        }
        return at.getSource().orElse(null);
    }

    private static String nameOf(TestIdentifier test, @Nullable Class<?> type, @Nullable Method method) {
        if (type == null) {
            return test.getDisplayName();
        }
        if (method == null) {
            return type.getName();
        }
        String name = type.getName() + "#" + method.getName();
        String display = test.getDisplayName();
        return display.equals(method.getName() + "()") || display.startsWith(method.getName() + "(")
                ? name
                : name + " " + display;
    }
}
