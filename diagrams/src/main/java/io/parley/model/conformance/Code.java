package io.parley.model.conformance;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The compiled classes and the store scripts that the rules look at. */
public final class Code {

    private final List<JavaClass> classes;
    private final List<Path> resources;

    private Code(List<JavaClass> classes, List<Path> resources) {
        this.classes = classes;
        this.resources = resources;
    }

    /**
     * Reads class files and resources from folders.
     *
     * @param classes roots of compiled classes
     * @param resources roots below which store scripts lie
     * @throws UncheckedIOException if a folder cannot be read
     */
    public static Code read(Collection<Path> classes, Collection<Path> resources) {
        return new Code(importFrom(classes), List.copyOf(resources));
    }

    private static List<JavaClass> importFrom(Collection<Path> folders) {
        // Types outside the folders are known by name only: all rules ask for names, and reading them takes seconds.
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
        return new ClassFileImporter()
                .importLocations(folders.stream().map(Location::of).toList()).stream()
                        .filter(c -> c.getPackageName().startsWith("io.parley"))
                        .sorted(Comparator.comparing(JavaClass::getName))
                        .toList();
    }

    /** The same code and the classes of one more folder; these count as users of the others, not as used by them. */
    public Code plus(Path folder) {
        List<JavaClass> all = new ArrayList<>(classes);
        all.addAll(importFrom(List.of(folder)));
        return new Code(List.copyOf(all), resources);
    }

    /** The same code without some classes. */
    public Code without(Predicate<JavaClass> unwanted) {
        return new Code(classes.stream().filter(unwanted.negate()).toList(), resources);
    }

    /** The same code with scripts from other roots. */
    public Code withResources(Collection<Path> others) {
        return new Code(classes, List.copyOf(others));
    }

    /** All classes, by name, nested ones and package-info included. */
    public List<JavaClass> classes() {
        return classes;
    }

    /** The text constants in the byte code of a class, those of concatenations included. */
    Set<String> constants(JavaClass owner) {
        return owner.getSource()
                .map(source -> Constants.of(Path.of(source.getUri())))
                .orElse(Set.of());
    }

    /** The texts of all scripts with this ending. */
    List<String> scripts(String ending) {
        return resources.stream()
                .flatMap(root -> list(root, ending).stream())
                .map(Code::text)
                .toList();
    }

    private static List<Path> list(Path root, String ending) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(f -> f.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
