package io.parley.model.conformance;

import com.tngtech.archunit.core.domain.JavaClass;
import io.parley.model.Element;
import io.parley.model.ElementKind;
import io.parley.model.Model;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which component a class belongs to, by its package. */
final class Components {

    static final String PACKAGE = "java.package";

    private final List<Element> all;

    Components(Model model) {
        all = model.elements(ElementKind.COMPONENT);
    }

    List<Element> all() {
        return all;
    }

    /** The component with the longest matching package. */
    Optional<Element> of(JavaClass type) {
        return all.stream()
                .filter(c -> isIn(type.getPackageName(), packageOf(c)))
                .max(Comparator.comparingInt(c -> packageOf(c).length()));
    }

    static String packageOf(Element component) {
        return component.properties().getOrDefault(PACKAGE, "");
    }

    static boolean isKernel(Element component) {
        return component.tags().contains("kernel");
    }

    /** Whether a package is another one or lies below it. */
    static boolean isIn(String name, String other) {
        return !other.isEmpty() && (name.equals(other) || name.startsWith(other + "."));
    }
}
