package io.parley.model.conformance;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.parley.model.Element;
import io.parley.model.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Habits of every package: it is null-marked, injects by constructor and shows no more than others need. */
final class HygieneRules {

    /** Property of a component: class names of its technical packages that programs outside the server may use. */
    static final String EXPORTS = "java.exports";

    private static final String NULL_MARKED = "org.jspecify.annotations.NullMarked";
    private static final Set<String> INJECTIONS = Set.of(
            "org.springframework.beans.factory.annotation.Autowired",
            "org.springframework.beans.factory.annotation.Value",
            "jakarta.inject.Inject",
            "jakarta.annotation.Resource");

    private HygieneRules() {}

    static List<Violation> nullMarked(Model model, Code code) {
        Map<String, JavaClass> packages = new TreeMap<>();
        code.classes().forEach(type -> packages.putIfAbsent(type.getPackageName(), type));
        List<Violation> out = new ArrayList<>();
        packages.forEach((name, example) -> {
            boolean marked = code.classes().stream()
                    .filter(type -> type.getName().equals(name + ".package-info"))
                    .anyMatch(type -> type.getAnnotations().stream()
                            .anyMatch(a -> a.getRawType().getName().equals(NULL_MARKED)));
            if (!marked) {
                out.add(new Violation("null-marked", ids(model, example), name + " has no @NullMarked package-info"));
            }
        });
        return out;
    }

    static List<Violation> fieldInjection(Model model, Code code) {
        return code.classes().stream()
                .flatMap(type -> type.getFields().stream())
                .filter(field -> field.getAnnotations().stream()
                        .anyMatch(a -> INJECTIONS.contains(a.getRawType().getName())))
                .map(field -> new Violation(
                        "field-injection", ids(model, field.getOwner()), field.getFullName() + " is injected"))
                .toList();
    }

    /**
     * In technical sub-packages only: what a component's own package offers may have no caller yet. What programs outside
     * the server build on (tests with two instances, benchmarks) is an export that the model names.
     */
    static List<Violation> narrow(Model model, Code code) {
        Components components = new Components(model);
        List<Violation> out = new ArrayList<>();
        Set<String> exports = new TreeSet<>();
        components.all().forEach(component -> exports.addAll(component.list(EXPORTS)));
        for (JavaClass type : code.classes()) {
            boolean technical = components
                    .of(type)
                    .filter(c -> !type.getPackageName().equals(Components.packageOf(c)))
                    .isPresent();
            if (!technical || !isPublic(type) || !type.isTopLevelClass() || exports.contains(type.getName())) {
                continue;
            }
            if (!neededOutside(type) && !shownByAnother(type)) {
                out.add(new Violation(
                        "narrow-adapter", ids(model, type), type.getName() + " is public, no other package needs it"));
            }
        }
        Set<String> offered = code.classes().stream()
                .filter(HygieneRules::isPublic)
                .map(JavaClass::getName)
                .collect(Collectors.toSet());
        components.all().forEach(component -> component.list(EXPORTS).stream()
                .filter(export -> !offered.contains(export))
                .forEach(export -> out.add(new Violation(
                        "narrow-adapter", List.of(component.id()), export + " is exported, but is no public class"))));
        return out;
    }

    private static boolean isPublic(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC);
    }

    private static boolean neededOutside(JavaClass type) {
        return type.getDirectDependenciesToSelf().stream()
                .anyMatch(d -> !d.getOriginClass().getPackageName().equals(type.getPackageName()));
    }

    /** Whether a public method of another public type takes or gives it. */
    private static boolean shownByAnother(JavaClass type) {
        return type.getMethodsWithParameterTypeOfSelf().stream().anyMatch(m -> shows(m, type))
                || type.getMethodsWithReturnTypeOfSelf().stream().anyMatch(m -> shows(m, type));
    }

    private static boolean shows(JavaMethod method, JavaClass type) {
        return !method.getOwner().equals(type)
                && method.getModifiers().contains(JavaModifier.PUBLIC)
                && isPublic(method.getOwner());
    }

    private static List<String> ids(Model model, JavaClass type) {
        return new Components(model).of(type).map(Element::id).stream().toList();
    }
}
