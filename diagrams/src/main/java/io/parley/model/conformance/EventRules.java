package io.parley.model.conformance;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import io.parley.model.Element;
import io.parley.model.Model;
import io.parley.model.Relationship;
import io.parley.model.RelationshipKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Events: the source makes the type and publishes, a listener of the target takes it as its parameter. */
final class EventRules {

    /** Property of an event edge: the class names of its events. */
    static final String EVENTS = "events";

    private static final Set<String> LISTENERS = Set.of(
            "org.springframework.context.event.EventListener",
            "org.springframework.transaction.event.TransactionalEventListener");
    private static final String PUBLISHER = "org.springframework.context.ApplicationEventPublisher";

    private EventRules() {}

    static List<Violation> undeclared(Model model, Code code) {
        Components components = new Components(model);
        List<Violation> out = new ArrayList<>();
        for (JavaClass listener : code.classes()) {
            for (JavaClass event : heardBy(listener)) {
                Optional<Element> source = components.of(event);
                Optional<Element> target = components.of(listener);
                if (source.isEmpty() || target.isEmpty() || source.equals(target)) {
                    continue;
                }
                if (edges(model, source.get(), target.get())
                        .noneMatch(r -> r.list(EVENTS).contains(event.getName()))) {
                    out.add(new Violation(
                            "event-undeclared",
                            List.of(source.get().id(), target.get().id()),
                            listener.getName() + " listens to " + event.getName() + " without an event edge"));
                }
            }
        }
        return out;
    }

    static List<Violation> absent(Model model, Code code) {
        List<Violation> out = new ArrayList<>();
        for (Relationship edge : model.relationships(RelationshipKind.EVENT)) {
            List<String> ids = List.of(edge.source(), edge.target());
            if (edge.list(EVENTS).isEmpty()) {
                out.add(new Violation("event-absent", ids, "the event edge names no events"));
            }
            for (String event : edge.list(EVENTS)) {
                missing(model, code, edge, event)
                        .forEach(reason -> out.add(new Violation("event-absent", ids, event + ": " + reason)));
            }
        }
        return out;
    }

    private static List<String> missing(Model model, Code code, Relationship edge, String event) {
        List<JavaClass> source = classesOf(model, code, edge.source());
        List<JavaClass> target = classesOf(model, code, edge.target());
        List<String> out = new ArrayList<>();
        if (source.stream().noneMatch(c -> c.getName().equals(event))) {
            out.add("it is no class of the source");
        }
        boolean made = source.stream()
                .flatMap(c -> c.getConstructorCallsFromSelf().stream())
                .anyMatch(call -> call.getTargetOwner().getName().equals(event));
        if (!made) {
            out.add("the source never makes one");
        }
        boolean publishes = source.stream()
                .flatMap(c -> c.getDirectDependenciesFromSelf().stream())
                .anyMatch(d -> d.getTargetClass().getName().equals(PUBLISHER));
        if (!publishes) {
            out.add("the source has no event publisher");
        }
        if (target.stream().flatMap(c -> heardBy(c).stream()).noneMatch(c -> c.getName()
                .equals(event))) {
            out.add("no listener of the target takes it");
        }
        return out;
    }

    private static List<JavaClass> classesOf(Model model, Code code, String id) {
        Components components = new Components(model);
        return code.classes().stream()
                .filter(c -> components.of(c).filter(e -> e.id().equals(id)).isPresent())
                .toList();
    }

    private static List<JavaClass> heardBy(JavaClass listener) {
        return listener.getMethods().stream()
                .filter(EventRules::listens)
                .flatMap(method -> method.getRawParameterTypes().stream())
                .toList();
    }

    private static boolean listens(JavaMethod method) {
        return method.getAnnotations().stream()
                .anyMatch(a -> LISTENERS.contains(a.getRawType().getName()));
    }

    private static java.util.stream.Stream<Relationship> edges(Model model, Element source, Element target) {
        return model.relationships(RelationshipKind.EVENT).stream()
                .filter(r -> r.source().equals(source.id()) && r.target().equals(target.id()));
    }
}
