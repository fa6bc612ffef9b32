package io.parley.model.conformance;

import com.tngtech.archunit.core.domain.JavaClass;
import io.parley.model.Element;
import io.parley.model.Model;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Methods that one class alone may call, because it bounds what all calls together cost. The model names them at their component,
 * with the guard; whoever needs them asks the guard. That a type implements the method gives it no right to call it.
 */
final class GuardRules {

    /** Property of a component: methods, each with the full name of its type, that only the guard calls. */
    private static final String GUARDED = "java.guarded";

    /** Property of a component: the class that calls them. */
    private static final String GUARD = "java.guard";

    private GuardRules() {}

    static List<Violation> guarded(Model model, Code code) {
        Components components = new Components(model);
        return components.all().stream()
                .flatMap(component -> component.list(GUARDED).stream()
                        .flatMap(method -> violations(components, component, method, code)))
                .toList();
    }

    private static Stream<Violation> violations(Components components, Element owner, String method, Code code) {
        String guard = owner.properties().getOrDefault(GUARD, "");
        List<JavaClass> callers = callers(method, code);
        Stream<Violation> past = callers.stream()
                .filter(caller -> !caller.getName().equals(guard))
                .map(caller -> new Violation(
                        "guarded-method",
                        Stream.concat(components.of(caller).stream(), Stream.of(owner))
                                .map(Element::id)
                                .distinct()
                                .toList(),
                        caller.getName() + " calls " + method + " past " + guard));
        // A guard that does not call it, or a method of another name, would leave nothing to hold.
        return callers.stream().anyMatch(caller -> caller.getName().equals(guard))
                ? past
                : Stream.concat(
                        past,
                        Stream.of(new Violation(
                                "guarded-method", List.of(owner.id()), guard + " does not call " + method)));
    }

    /** Those that call it by the name of its type or of one that implements it. */
    private static List<JavaClass> callers(String method, Code code) {
        int dot = method.lastIndexOf('.');
        String type = method.substring(0, dot);
        String name = method.substring(dot + 1);
        Set<String> owners = code.classes().stream()
                .filter(each -> each.isAssignableTo(type))
                .map(JavaClass::getName)
                .collect(Collectors.toSet());
        return code.classes().stream()
                .filter(each -> each.getCodeUnitAccessesFromSelf().stream()
                        .anyMatch(access -> access.getTarget().getName().equals(name)
                                && owners.contains(access.getTargetOwner().getName())))
                .toList();
    }
}
