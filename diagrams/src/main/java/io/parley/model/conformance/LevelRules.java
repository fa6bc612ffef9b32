package io.parley.model.conformance;

import io.parley.model.Element;
import io.parley.model.ElementKind;
import io.parley.model.Model;
import io.parley.model.Relationship;
import io.parley.model.RelationshipKind;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a container does, one of its components does, and back: the levels of the model tell the same. */
final class LevelRules {

    private static final Set<RelationshipKind> CHECKED = Set.of(RelationshipKind.HTTP, RelationshipKind.STORE);

    private LevelRules() {}

    static List<Violation> levels(Model model, Code code) {
        Set<String> above = new TreeSet<>();
        Set<String> below = new TreeSet<>();
        for (Relationship each : model.relationships()) {
            Element source = model.element(each.source());
            Element target = model.element(each.target());
            boolean component = source.kind() == ElementKind.COMPONENT || target.kind() == ElementKind.COMPONENT;
            boolean container = source.kind() == ElementKind.CONTAINER && target.kind() == ElementKind.CONTAINER;
            if (CHECKED.contains(each.kind()) && (component || container)) {
                (component ? below : above).add(lifted(source) + " -> " + lifted(target));
            }
        }
        Set<String> differing = new TreeSet<>(above);
        differing.addAll(below);
        return differing.stream()
                .filter(edge -> !(above.contains(edge) && below.contains(edge)))
                .map(edge -> new Violation(
                        "levels",
                        List.of(edge.split(" -> ", -1)),
                        above.contains(edge) ? "no component does this" : "the containers lack this"))
                .collect(Collectors.toList());
    }

    private static String lifted(Element element) {
        return element.kind() == ElementKind.COMPONENT ? String.valueOf(element.parent()) : element.id();
    }
}
