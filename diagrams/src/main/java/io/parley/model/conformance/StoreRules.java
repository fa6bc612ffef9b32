package io.parley.model.conformance;

import com.tngtech.archunit.core.domain.JavaClass;
import io.parley.model.Element;
import io.parley.model.ElementKind;
import io.parley.model.Model;
import io.parley.model.Relationship;
import io.parley.model.RelationshipKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A store is spoken to by the adapter packages alone, and they name the modelled tables and no others. The store's
 * element tells which driver packages, which name of an adapter package and which ending of scripts are its own.
 */
final class StoreRules {

    static final String DRIVERS = "driver.packages";
    static final String ADAPTER = "adapter.package";
    static final String MIGRATIONS = "migrations";
    static final String TABLES = "tables";

    private StoreRules() {}

    static List<Violation> driver(Model model, Code code) {
        Components components = new Components(model);
        List<Violation> out = new ArrayList<>();
        for (Element store : stores(model)) {
            for (JavaClass type : code.classes()) {
                Element user = components.of(type).orElse(null);
                if (user == null || (isAdapter(store, user, type) && edge(model, user, store))) {
                    continue;
                }
                type.getDirectDependenciesFromSelf().stream()
                        .map(d -> d.getTargetClass().getBaseComponentType())
                        .filter(c -> store.list(DRIVERS).stream().anyMatch(p -> Components.isIn(c.getPackageName(), p)))
                        .findFirst()
                        .ifPresent(used -> out.add(new Violation(
                                "store-driver",
                                List.of(user.id(), store.id()),
                                type.getName() + " uses " + used.getName() + reason(store, user, type))));
            }
        }
        return out;
    }

    private static String reason(Element store, Element user, JavaClass type) {
        return isAdapter(store, user, type) ? " without a store edge" : " outside the adapter package";
    }

    static List<Violation> undeclaredTable(Model model, Code code) {
        List<Violation> out = new ArrayList<>();
        forEachAdapter(model, code, (component, store, named) -> {
            Set<String> extra = new TreeSet<>(named);
            extra.removeAll(modelled(model, component, store));
            extra.forEach(table -> out.add(new Violation(
                    "store-table-undeclared",
                    List.of(component.id(), store.id()),
                    "the adapter names table " + table + ", no store edge has it")));
        });
        return out;
    }

    static List<Violation> absentTable(Model model, Code code) {
        List<Violation> out = new ArrayList<>();
        forEachAdapter(model, code, (component, store, named) -> {
            Set<String> missing = new TreeSet<>(modelled(model, component, store));
            missing.removeAll(named);
            missing.forEach(table -> out.add(new Violation(
                    "store-table-absent",
                    List.of(component.id(), store.id()),
                    "the store edge has table " + table + ", the adapter never names it")));
            if (edge(model, component, store)
                    && modelled(model, component, store).isEmpty()) {
                out.add(new Violation(
                        "store-table-absent", List.of(component.id(), store.id()), "the store edge has no tables"));
            }
        });
        return out;
    }

    /** Scripts, and adapters that make tables themselves, against the tables of all edges into the store. */
    static List<Violation> migrations(Model model, Code code) {
        List<Violation> out = new ArrayList<>();
        for (Element store : stores(model)) {
            Set<String> made = new TreeSet<>();
            // One text, as a later script may drop what an earlier one made.
            made.addAll(Tables.madeIn(
                    String.join("\n", code.scripts(store.properties().getOrDefault(MIGRATIONS, "")))));
            Set<String> modelled = new TreeSet<>();
            for (Element component : new Components(model).all()) {
                modelled.addAll(modelled(model, component, store));
                adapterTexts(model, code, component, store).forEach(text -> made.addAll(Tables.madeIn(text)));
            }
            made.stream()
                    .filter(t -> !modelled.contains(t))
                    .forEach(table -> out.add(new Violation(
                            "store-migration",
                            List.of(store.id()),
                            "table " + table + " is made, no store edge has it")));
            modelled.stream()
                    .filter(t -> !made.contains(t))
                    .forEach(table -> out.add(new Violation(
                            "store-migration",
                            List.of(store.id()),
                            "table " + table + " is modelled, nothing makes it")));
        }
        return out;
    }

    private interface AdapterCheck {
        void accept(Element component, Element store, Set<String> named);
    }

    private static void forEachAdapter(Model model, Code code, AdapterCheck check) {
        for (Element store : stores(model)) {
            for (Element component : new Components(model).all()) {
                Set<String> named = new TreeSet<>();
                adapterTexts(model, code, component, store).forEach(text -> named.addAll(Tables.usedIn(text)));
                check.accept(component, store, named);
            }
        }
    }

    private static List<String> adapterTexts(Model model, Code code, Element component, Element store) {
        Components components = new Components(model);
        return code.classes().stream()
                .filter(type -> components.of(type).filter(component::equals).isPresent())
                .filter(type -> isAdapter(store, component, type))
                .flatMap(type -> code.constants(type).stream())
                .toList();
    }

    private static boolean isAdapter(Element store, Element component, JavaClass type) {
        String adapter =
                Components.packageOf(component) + "." + store.properties().get(ADAPTER);
        return Components.isIn(type.getPackageName(), adapter);
    }

    private static boolean edge(Model model, Element component, Element store) {
        return edges(model, component, store).findAny().isPresent();
    }

    private static Set<String> modelled(Model model, Element component, Element store) {
        Set<String> out = new TreeSet<>();
        edges(model, component, store).forEach(r -> out.addAll(r.list(TABLES)));
        return out;
    }

    private static java.util.stream.Stream<Relationship> edges(Model model, Element component, Element store) {
        return model.relationships(RelationshipKind.STORE).stream()
                .filter(r -> r.source().equals(component.id()) && r.target().equals(store.id()));
    }

    private static List<Element> stores(Model model) {
        return model.elements(ElementKind.CONTAINER).stream()
                .filter(e -> e.properties().containsKey(DRIVERS))
                .toList();
    }
}
