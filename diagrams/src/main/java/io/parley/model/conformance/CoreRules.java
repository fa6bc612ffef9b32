package io.parley.model.conformance;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import io.parley.model.Element;
import io.parley.model.ElementKind;
import io.parley.model.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Components tagged {@code deterministic} neither block nor sleep, start a thread, read a clock or draw at random: executor,
 * clock, ids and randomness are injected, so that a simulation can drive them. Exempt are their adapters, and the Spring
 * configuration that injects the real ones with the classes that it alone uses.
 */
final class CoreRules {

    private static final String CONFIGURATION = "org.springframework.context.annotation.Configuration";

    /** Against owner, method and raw parameter types, such as {@code java.lang.Thread.sleep(long)}. */
    private static final Pattern FORBIDDEN = Pattern.compile(String.join(
            "|",
            // blocks or sleeps
            "java\\.lang\\.Thread\\.(sleep|join|onSpinWait|yield)\\(.*",
            "java\\.lang\\.Object\\.wait\\(.*",
            "java\\.lang\\.Process\\.waitFor\\(.*",
            "java\\.util\\.concurrent\\.locks\\.LockSupport\\.park.*",
            "java\\.util\\.concurrent\\.locks\\.Condition\\.await.*",
            "java\\.util\\.concurrent\\.(CompletableFuture|Future|FutureTask|ForkJoinTask)\\.(get|join)\\(.*",
            "java\\.util\\.concurrent\\.\\w*(Queue|Deque)\\.(take|put|takeFirst|takeLast|putFirst|putLast|transfer)\\(.*",
            "java\\.util\\.concurrent\\.\\w*(Queue|Deque)\\.(poll|offer)\\w*\\(.*TimeUnit\\)",
            "java\\.util\\.concurrent\\.(CountDownLatch|CyclicBarrier|Phaser)\\.await.*",
            "java\\.util\\.concurrent\\.Semaphore\\.acquire.*",
            "java\\.util\\.concurrent\\.ExecutorService\\.(invokeAll|invokeAny|awaitTermination)\\(.*",
            // starts a thread, or borrows one that nobody injected
            "java\\.lang\\.Thread\\.(<init>|start|startVirtualThread|ofVirtual|ofPlatform)\\(.*",
            "java\\.util\\.concurrent\\.Executors\\..*",
            "java\\.util\\.concurrent\\.(ThreadPoolExecutor|ScheduledThreadPoolExecutor|ForkJoinPool)\\.(<init>|commonPool)\\(.*",
            "java\\.util\\.Timer\\.<init>\\(.*",
            "java\\.util\\.concurrent\\.Completable(Future|Stage)\\.\\w+Async\\((?!.*Executor\\)).*",
            "java\\.util\\.concurrent\\.CompletionStage\\.\\w+Async\\((?!.*Executor\\)).*",
            "java\\.util\\.concurrent\\.CompletableFuture\\.(delayedExecutor|orTimeout|completeOnTimeout)\\(.*",
            "java\\.util\\.\\w+\\.parallelStream\\(.*",
            "java\\.util\\.stream\\.\\w+\\.parallel\\(.*",
            // reads a clock
            "java\\.lang\\.System\\.(currentTimeMillis|nanoTime)\\(.*",
            "java\\.time\\.\\w+\\.now\\((?!java\\.time\\.Clock).*",
            "java\\.time\\.(Clock|InstantSource)\\.(system|tick)\\w*\\(.*",
            "java\\.util\\.Date\\.<init>\\(\\)",
            // draws at random
            "java\\.lang\\.Math\\.random\\(.*",
            "java\\.util\\.UUID\\.randomUUID\\(.*",
            "java\\.util\\.(Random|SplittableRandom)\\.<init>\\(\\)",
            "java\\.security\\.SecureRandom\\.(<init>|getInstance\\w*)\\(.*",
            "java\\.util\\.concurrent\\.ThreadLocalRandom\\.current\\(.*",
            "java\\.util\\.random\\.RandomGenerator\\.(getDefault|of)\\(.*",
            "com\\.github\\.f4b6a3\\.uuid\\.UuidCreator\\.get\\w+\\(.*"));

    private CoreRules() {}

    static List<Violation> deterministic(Model model, Code code) {
        Components components = new Components(model);
        List<Violation> out = new ArrayList<>();
        for (JavaClass type : code.classes()) {
            components
                    .of(type)
                    .filter(c -> c.tags().contains("deterministic"))
                    .filter(c -> !isAdapter(model, c, type) && !configures(type))
                    .ifPresent(component -> forbiddenIn(type)
                            .forEach(call -> out.add(new Violation(
                                    "deterministic-core", List.of(component.id()), type.getName() + " uses " + call))));
        }
        return out;
    }

    private static Set<String> forbiddenIn(JavaClass type) {
        return type.getCodeUnitAccessesFromSelf().stream()
                .map(CoreRules::name)
                .filter(name -> FORBIDDEN.matcher(name).matches())
                .collect(Collectors.toSet());
    }

    private static String name(JavaCodeUnitAccess<?> access) {
        String parameters = access.getTarget().getRawParameterTypes().stream()
                .map(JavaClass::getName)
                .collect(Collectors.joining(","));
        return access.getTargetOwner().getName() + "." + access.getTarget().getName() + "(" + parameters + ")";
    }

    private static boolean isAdapter(Model model, Element component, JavaClass type) {
        return model.elements(ElementKind.CONTAINER).stream()
                .filter(store -> store.properties().containsKey(StoreRules.ADAPTER))
                .map(store -> Components.packageOf(component) + "."
                        + store.properties().get(StoreRules.ADAPTER))
                .anyMatch(adapter -> Components.isIn(type.getPackageName(), adapter));
    }

    /** A Spring configuration, or what configurations alone may touch because they put it around the core. */
    private static boolean configures(JavaClass type) {
        JavaClass top = topOf(type);
        List<JavaClass> users = top.getDirectDependenciesToSelf().stream()
                .map(dependency -> topOf(dependency.getOriginClass()))
                .filter(user -> !user.equals(top))
                .toList();
        return isConfiguration(top) || (!users.isEmpty() && users.stream().allMatch(CoreRules::isConfiguration));
    }

    private static boolean isConfiguration(JavaClass type) {
        return type.getAnnotations().stream()
                .anyMatch(a -> a.getRawType().getName().equals(CONFIGURATION));
    }

    private static JavaClass topOf(JavaClass type) {
        JavaClass top = type;
        while (top.getEnclosingClass().isPresent()) {
            top = top.getEnclosingClass().get();
        }
        return top;
    }
}
