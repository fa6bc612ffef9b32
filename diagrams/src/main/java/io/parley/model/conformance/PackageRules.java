package io.parley.model.conformance;

import com.tngtech.archunit.core.domain.JavaClass;
import io.parley.model.Element;
import io.parley.model.Model;
import java.util.ArrayList;
import java.util.List;

/** Packages are components: no code without a component, no component without code. */
final class PackageRules {

    private PackageRules() {}

    static List<Violation> codeWithoutComponent(Model model, Code code) {
        Components components = new Components(model);
        return code.classes().stream()
                .filter(type -> components.of(type).isEmpty())
                .map(type -> new Violation(
                        "package-without-component",
                        List.of(),
                        type.getName() + " lies in " + type.getPackageName() + ", which no component claims"))
                .toList();
    }

    static List<Violation> componentWithoutCode(Model model, Code code) {
        List<Violation> out = new ArrayList<>();
        Components components = new Components(model);
        for (Element component : components.all()) {
            boolean hasCode = code.classes().stream()
                    .filter(PackageRules::isCode)
                    .anyMatch(type ->
                            components.of(type).filter(component::equals).isPresent());
            if (!hasCode) {
                String named = Components.packageOf(component);
                out.add(new Violation(
                        "component-without-code",
                        List.of(component.id()),
                        named.isEmpty() ? "it names no java.package" : "no class lies in " + named));
            }
        }
        return out;
    }

    private static boolean isCode(JavaClass type) {
        return !type.getSimpleName().equals("package-info");
    }
}
