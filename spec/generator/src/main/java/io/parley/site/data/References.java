package io.parley.site.data;

import io.parley.capacity.scenario.Catalog;
import io.parley.capacity.scenario.Parameter;
import io.parley.capacity.scenario.Scenario;
import io.parley.evidence.CatalogueEntry;
import io.parley.evidence.RecordedResult;
import io.parley.model.Element;
import io.parley.model.ElementKind;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Resolves the ids that pages and data files name, and holds the data files against each other. */
public final class References {

    private static final Set<ElementKind> STATIC =
            EnumSet.of(ElementKind.PERSON, ElementKind.SYSTEM, ElementKind.CONTAINER, ElementKind.COMPONENT);

    private final Project project;

    public References(Project project) {
        this.project = project;
    }

    public Optional<CatalogueEntry> entry(String id) {
        return project.catalogue().entry(id);
    }

    public Optional<Decision> decision(String number) {
        return find(project.decisions(), decision -> decision.number().equals(number));
    }

    public Optional<Limit> limit(String id) {
        return find(project.limits(), limit -> limit.id().equals(id));
    }

    public Optional<Quotation> quotation(String id) {
        return find(project.quotations(), quotation -> quotation.id().equals(id));
    }

    /** The latest result of that id. */
    public Optional<RecordedResult> result(String id) {
        return project.results().stream()
                .filter(result -> result.id().equals(id))
                .reduce((earlier, later) -> later);
    }

    /** An element by its canonical id, or one that is not of a deployment by the last part of it when only one ends so. */
    public Optional<Element> element(String name) {
        List<Element> elements = project.model().elements();
        return find(elements, element -> element.id().equals(name))
                .or(() -> byName(
                        elements.stream().filter(e -> STATIC.contains(e.kind())).toList(), Element::id, name));
    }

    public Optional<PlannedElement> planned(String name) {
        return byName(project.planned(), PlannedElement::id, name);
    }

    /** An input of a scenario, by profile and key with a dot between. */
    public Optional<Parameter> parameter(String target) {
        return scenario(target).flatMap(scenario -> Catalog.input(target.substring(target.indexOf('.') + 1))
                .map(scenario::parameter));
    }

    /** An answer of the capacity model, by profile and id with a dot between. */
    public Optional<Figure> figure(String target) {
        return scenario(target).flatMap(scenario -> Catalog.answer(target.substring(target.indexOf('.') + 1))
                .map(answer -> new Figure(
                        scenario.profile(),
                        answer,
                        project.scenarios().text(answer),
                        scenario.solve().get(answer))));
    }

    private Optional<Scenario> scenario(String target) {
        return find(project.scenarios().all(), scenario -> target.startsWith(scenario.profile() + "."));
    }

    /** Finds what the data files say of each other and is not so. */
    public void check(Findings findings) {
        Set<String> elements = new HashSet<>();
        project.model().elements().forEach(element -> elements.add(element.id()));
        project.planned().forEach(element -> elements.add(element.id()));
        for (CatalogueEntry entry : project.catalogue().entries()) {
            unknown(entry.elements(), elements)
                    .forEach(id -> findings.add(
                            entry.id(),
                            "names the element " + id + ", which neither the model nor"
                                    + " the register of planned elements holds"));
            for (String number : entry.decisions()) {
                Optional<Decision> decision = decision(number);
                if (decision.isEmpty()) {
                    findings.add(entry.id(), "names the decision " + number + ", which does not exist");
                } else if (!decision.get().requirements().contains(entry.id())) {
                    findings.add("adr " + number, "does not list " + entry.id() + ", which names it");
                }
            }
        }
        for (Decision decision : project.decisions()) {
            String place = "adr " + decision.number();
            unknown(decision.elements(), elements)
                    .forEach(id -> findings.add(place, "names the unknown element " + id));
            requireListedBack(place, decision.requirements(), e -> e.decisions().contains(decision.number()), findings);
        }
        for (PlannedElement planned : project.planned()) {
            if (project.model().find(planned.id()).isPresent()) {
                findings.add("planned.yaml", planned.id() + " is planned, but the model holds it");
            }
            requireListedBack(
                    "planned.yaml, " + planned.id(),
                    planned.requirements(),
                    entry -> entry.elements().contains(planned.id()),
                    findings);
        }
        Set<String> quoted = new HashSet<>();
        for (Quotation quotation : project.quotations()) {
            String place = "quotations.yaml, " + quotation.id();
            if (!quoted.add(quotation.id())) {
                findings.add(place, "stands twice");
            }
            if (project.catalogue().sources().stream()
                    .noneMatch(source -> source.id().equals(quotation.source()))) {
                findings.add(place, "names the unknown source " + quotation.source());
            }
        }
        for (Limit limit : project.limits()) {
            if (entry(limit.requirement()).isEmpty()) {
                findings.add("limits.yaml, " + limit.id(), "names the unknown id " + limit.requirement());
            }
        }
    }

    private void requireListedBack(
            String place, List<String> ids, Function<CatalogueEntry, Boolean> listsBack, Findings findings) {
        for (String id : ids) {
            Optional<CatalogueEntry> entry = entry(id);
            if (entry.isEmpty()) {
                findings.add(place, "names the unknown id " + id);
            } else if (!listsBack.apply(entry.get())) {
                findings.add(place, "names " + id + ", whose entry in the catalogue does not name it back");
            }
        }
    }

    private static List<String> unknown(List<String> named, Set<String> known) {
        return named.stream().filter(id -> !known.contains(id)).toList();
    }

    private static <T> Optional<T> find(List<T> all, Function<T, Boolean> test) {
        return all.stream().filter(test::apply).findFirst();
    }

    private static <T> Optional<T> byName(List<T> all, Function<T, String> idOf, String name) {
        List<T> exact =
                all.stream().filter(each -> idOf.apply(each).equals(name)).collect(Collectors.toList());
        List<T> ending = all.stream()
                .filter(each -> idOf.apply(each).endsWith("." + name))
                .collect(Collectors.toList());
        if (!exact.isEmpty()) {
            return Optional.of(exact.get(0));
        }
        return ending.size() == 1 ? Optional.of(ending.get(0)) : Optional.empty();
    }
}
