package io.parley.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Knows whether this JVM was asked for every test class of the module. What looks back at all tests, such as whether
 * everything that a document promises was seen, means nothing after a part of them. Registered as a service.
 */
public final class WholeSuite implements TestExecutionListener {

    private static volatile boolean planned;

    /** Whether this is a run of Maven in which nobody chose among the tests. */
    public static boolean isDue() {
        return System.getProperty("surefire.real.class.path") != null && System.getProperty("test") == null;
    }

    /** Whether every class of the module that stands in no profile, with a name that ends in {@code Test}, is in the plan. */
    public static boolean isPlanned() {
        return planned;
    }

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        Set<String> classes = plan.getRoots().stream()
                .flatMap(root -> plan.getDescendants(root).stream())
                .flatMap(WholeSuite::className)
                .collect(Collectors.toSet());
        planned = classes.containsAll(compiled());
    }

    private static Stream<String> className(TestIdentifier test) {
        return test.getSource().stream().filter(ClassSource.class::isInstance).map(source -> ((ClassSource) source)
                .getClassName());
    }

    /** A class with a tag: what it needs is not there for everybody, and the whole is whole without it. */
    private static boolean standsInAProfile(String className) {
        try {
            return Class.forName(className, false, WholeSuite.class.getClassLoader())
                    .isAnnotationPresent(Tag.class);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("a class that was compiled and is not found", e);
        }
    }

    private static Set<String> compiled() {
        try {
            Path root = Path.of(WholeSuite.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (Stream<Path> files = Files.walk(root)) {
                return files.map(file -> root.relativize(file).toString())
                        .filter(name -> name.endsWith("Test.class") && !name.contains("$"))
                        .map(name -> name.substring(0, name.length() - ".class".length())
                                .replace('/', '.')
                                .replace('\\', '.'))
                        .filter(name -> !standsInAProfile(name))
                        .collect(Collectors.toSet());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a class path that is no address", e);
        }
    }
}
