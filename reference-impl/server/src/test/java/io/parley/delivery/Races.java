package io.parley.delivery;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt.forClasses;

import io.parley.evidence.ProofLog;
import io.parley.evidence.RuleProof;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jetbrains.kotlinx.lincheck.Actor;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;

/**
 * Two threads in orders of a bounded number of steps. {@code -Dparley.races.scenarios} asks for more combinations of calls
 * than a build tries.
 */
public final class Races {

    /** What the library's stages do among themselves, and nothing that is called when one completes. */
    private static final String[] OWN_TO_STAGES = {
        "allOf",
        "andTree",
        "cleanStack",
        "completedFuture",
        "completedStage",
        "completeNull",
        "completeRelay",
        "completeThrowable",
        "completeValue",
        "encodeRelay",
        "encodeThrowable",
        "internalComplete",
        "isDone",
        "newIncompleteFuture",
        "push",
        "toCompletableFuture",
        "tryPushStack",
        "unipush"
    };

    private Races() {}

    /**
     * Tries calls of a class that Lincheck makes anew each time, in the combinations that are given: others would show too
     * little for their time. They are tried beside these only when more scenarios are asked for.
     *
     * @param operations has operations without arguments
     * @param combinations what comes before, what two threads do, and what comes after: "a | b c | d e | f"
     * @param wholes each call of these classes counts as one step, with all that it calls
     * @throws org.jetbrains.lincheck.LincheckAssertionError when an outcome is that of no order of whole calls
     */
    public static void checkCombinations(Class<?> operations, List<String> combinations, Class<?>... wholes) {
        ModelCheckingOptions options = new ModelCheckingOptions()
                .iterations(Integer.getInteger("parley.races.scenarios", 0))
                .invocationsPerIteration(50)
                .threads(2)
                .actorsBefore(2)
                .actorsPerThread(2)
                .actorsAfter(1)
                .addGuarantee(
                        forClasses(Arrays.stream(wholes).map(Class::getName).toArray(String[]::new))
                                .allMethods()
                                .treatAsAtomic())
                .addGuarantee(forClasses(
                                CompletableFuture.class.getName(),
                                CompletableFuture.completedStage(0).getClass().getName())
                        .methods(OWN_TO_STAGES)
                        .treatAsAtomic());
        combinations.forEach(combination -> options.addCustomScenario(scenario(operations, combination)));
        options.check(operations);
    }

    /**
     * Asserts that a check finds a race that was planted for it, and writes the proof.
     *
     * @param planted what is wrong, in words
     */
    public static void assertFound(String planted, ThrowingCallable check) {
        assertThatThrownBy(check).isInstanceOf(LincheckAssertionError.class);
        ProofLog.add(new RuleProof("linearizable", planted, true));
    }

    private static ExecutionScenario scenario(Class<?> operations, String combination) {
        List<List<Actor>> parts = Arrays.stream(combination.split("\\|", -1))
                .map(part -> Arrays.stream(part.split(" "))
                        .filter(name -> !name.isEmpty())
                        .map(name -> call(operations, name))
                        .toList())
                .toList();
        return new ExecutionScenario(parts.get(0), List.of(parts.get(1), parts.get(2)), parts.get(3), null);
    }

    private static Actor call(Class<?> operations, String name) {
        try {
            return new Actor(operations.getMethod(name), List.of());
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException("operation=" + name + ", expected one of " + operations, e);
        }
    }
}
