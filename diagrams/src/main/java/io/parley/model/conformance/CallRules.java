package io.parley.model.conformance;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import io.parley.model.Element;
import io.parley.model.Model;
import io.parley.model.Relationship;
import io.parley.model.RelationshipKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Calls are class dependencies. The shared kernel is declared once and needs no edges; a dependency upon an event type is
 * the event edge's.
 */
final class CallRules {

    private CallRules() {}

    /** Source and target component. */
    private record Edge(String source, String target) implements Comparable<Edge> {
        @Override
        public int compareTo(Edge other) {
            return toString().compareTo(other.toString());
        }

        List<String> ids() {
            return List.of(source, target);
        }
    }

    static List<Violation> undeclared(Model model, Code code) {
        Set<Edge> declared = declared(model);
        List<Violation> out = new ArrayList<>();
        actual(model, code).forEach((edge, examples) -> {
            if (!declared.contains(edge)) {
                out.add(new Violation(
                        "call-undeclared",
                        edge.ids(),
                        examples.size() + " dependencies without a call edge, such as " + examples.get(0)));
            }
        });
        return out;
    }

    static List<Violation> absent(Model model, Code code) {
        Set<Edge> actual = actual(model, code).keySet();
        return declared(model).stream()
                .filter(edge -> !actual.contains(edge))
                .map(edge -> new Violation("call-absent", edge.ids(), "the call edge is declared, no class needs it"))
                .toList();
    }

    /** A cycle is reported once, as the components that reach each other. */
    static List<Violation> cycles(Model model, Code code) {
        Set<Edge> edges = new TreeSet<>(actual(model, code).keySet());
        edges.addAll(declared(model));
        Map<String, Set<String>> reach = new TreeMap<>();
        edges.forEach(edge ->
                reach.computeIfAbsent(edge.source(), k -> new TreeSet<>()).add(edge.target()));
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Set<String> targets : reach.values()) {
                Set<String> further = targets.stream()
                        .flatMap(target -> reach.getOrDefault(target, Set.of()).stream())
                        .collect(Collectors.toSet());
                grown |= targets.addAll(further);
            }
        }
        return reach.entrySet().stream()
                .filter(from -> from.getValue().contains(from.getKey()))
                .map(from -> from.getValue().stream()
                        .filter(other -> reach.getOrDefault(other, Set.of()).contains(from.getKey()))
                        .toList())
                .distinct()
                .map(cycle -> new Violation("call-cycle", cycle, "these components depend on each other"))
                .toList();
    }

    private static Set<Edge> declared(Model model) {
        Set<String> components =
                new Components(model).all().stream().map(Element::id).collect(Collectors.toSet());
        return model.relationships(RelationshipKind.CALL).stream()
                .filter(r -> components.contains(r.source()) && components.contains(r.target()))
                .map(r -> new Edge(r.source(), r.target()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<Edge, List<String>> actual(Model model, Code code) {
        Components components = new Components(model);
        Map<Edge, List<String>> out = new TreeMap<>();
        for (JavaClass type : code.classes()) {
            Optional<Element> source = components.of(type);
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass needed = dependency.getTargetClass().getBaseComponentType();
                Optional<Element> target = components.of(needed);
                if (source.isEmpty() || target.isEmpty() || source.equals(target)) {
                    continue;
                }
                boolean free = Components.isKernel(target.get()) || isHeard(model, source.get(), target.get(), needed);
                if (!free) {
                    out.computeIfAbsent(new Edge(source.get().id(), target.get().id()), k -> new ArrayList<>())
                            .add(type.getName() + " -> " + needed.getName());
                }
            }
        }
        return out;
    }

    /** Whether the listener may know the type because an event edge brings it. */
    private static boolean isHeard(Model model, Element listener, Element publisher, JavaClass type) {
        return model.relationships(RelationshipKind.EVENT).stream()
                .filter(r -> r.source().equals(publisher.id()) && r.target().equals(listener.id()))
                .flatMap((Relationship r) -> r.list(EventRules.EVENTS).stream())
                .anyMatch(
                        event -> type.getName().equals(event) || type.getName().startsWith(event + "$"));
    }
}
