package io.parley.model.conformance;

import com.tngtech.archunit.core.domain.JavaClass;
import io.parley.model.Element;
import io.parley.model.ElementKind;
import io.parley.model.Model;
import io.parley.model.RelationshipKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What clients may ask belongs to a component with an incoming http edge, and back: a mapped method of a controller, a
 * socket frame (a type that implements {@code ClientFrame} of its package), a registered socket handler, static files.
 */
final class HttpRules {

    private static final String MAPPINGS = "org.springframework.web.bind.annotation.";
    private static final String FRAME = "ClientFrame";
    private static final Set<String> REGISTRIES = Set.of(
            "org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry",
            "org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry");

    private HttpRules() {}

    static List<Violation> undeclared(Model model, Code code) {
        Set<String> entered = entered(model);
        List<Violation> out = new ArrayList<>();
        operations(model, code).forEach((id, operations) -> {
            if (!entered.contains(id)) {
                out.add(new Violation(
                        "http-undeclared", List.of(id), operations.get(0) + " is offered without an http edge"));
            }
        });
        return out;
    }

    static List<Violation> absent(Model model, Code code) {
        Set<String> offering = operations(model, code).keySet();
        return model.relationships(RelationshipKind.HTTP).stream()
                .filter(r -> isComponent(model, r.target()) && !offering.contains(r.target()))
                .map(r -> new Violation(
                        "http-absent",
                        List.of(r.source(), r.target()),
                        "the target offers no operation, frame or file"))
                .toList();
    }

    private static boolean isComponent(Model model, String id) {
        return model.element(id).kind() == ElementKind.COMPONENT;
    }

    private static Set<String> entered(Model model) {
        return model.relationships(RelationshipKind.HTTP).stream()
                .map(r -> r.target())
                .collect(Collectors.toSet());
    }

    private static Map<String, List<String>> operations(Model model, Code code) {
        Components components = new Components(model);
        Map<String, List<String>> out = new TreeMap<>();
        for (JavaClass type : code.classes()) {
            List<String> found = operationsOf(type).toList();
            components.of(type).map(Element::id).filter(id -> !found.isEmpty()).ifPresent(id -> out.computeIfAbsent(
                            id, k -> new ArrayList<>())
                    .addAll(found));
        }
        return out;
    }

    private static Stream<String> operationsOf(JavaClass type) {
        Stream<String> mapped = type.getMethods().stream()
                .filter(method -> method.getAnnotations().stream()
                        .anyMatch(a -> isMapping(a.getRawType().getName())))
                .map(method -> method.getFullName());
        Stream<String> frames = type.getRawInterfaces().stream()
                .filter(i -> i.getSimpleName().equals(FRAME))
                .filter(i -> Components.isIn(type.getPackageName(), i.getPackageName()))
                .map(i -> type.getName());
        Stream<String> registered = type.getDirectDependenciesFromSelf().stream()
                .map(d -> d.getTargetClass().getName())
                .filter(REGISTRIES::contains)
                .map(name -> type.getName());
        return Stream.of(mapped, frames, registered).flatMap(s -> s);
    }

    private static boolean isMapping(String annotation) {
        return annotation.startsWith(MAPPINGS) && annotation.endsWith("Mapping");
    }
}
