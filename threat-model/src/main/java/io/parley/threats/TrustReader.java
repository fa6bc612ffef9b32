package io.parley.threats;

import io.parley.model.Element;
import io.parley.model.ElementKind;
import io.parley.model.Model;
import io.parley.model.Relationship;
import io.parley.model.RelationshipKind;
import io.parley.model.conformance.Violation;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads zones, flows and stores from the properties of the model. What is missing or unknown becomes a violation that names
 * the elements; the rest is read nevertheless, so that one run shows everything.
 */
final class TrustReader {

    static final String ZONE = "trust.zone";
    static final String DATA = "trust.data";
    static final String VIA = "trust.via";
    static final String STORES = "trust.stores";

    private static final Set<RelationshipKind> FLOWS =
            EnumSet.of(RelationshipKind.USE, RelationshipKind.HTTP, RelationshipKind.STORE);
    private static final Set<ElementKind> ENDS =
            EnumSet.of(ElementKind.PERSON, ElementKind.CONTAINER, ElementKind.COMPONENT);

    private final Model model;
    private final List<Zone> zones;
    private final List<DataClass> classes;
    private final List<Violation> violations = new ArrayList<>();

    TrustReader(Model model, List<Zone> zones, List<DataClass> classes) {
        this.model = model;
        this.zones = zones;
        this.classes = classes;
    }

    /** What was wrong, after {@link #read()}. */
    List<Violation> violations() {
        return List.copyOf(violations);
    }

    TrustModel read() {
        requireUnique("zones.yaml", zones.stream().map(Zone::id).toList());
        requireUnique("data-classes.yaml", classes.stream().map(DataClass::id).toList());
        Map<String, Zone> zoneOf = zonesOfElements();
        List<Place.Flow> flows = new ArrayList<>();
        for (Relationship each : relationships()) {
            Zone from = zoneOf.get(each.source());
            Zone to = zoneOf.get(each.target());
            if (from != null && to != null) {
                Place.Flow flow = flow(each, from, to);
                if (parts(each).isEmpty()) {
                    flows.add(flow);
                } else {
                    requireSameBelow(each, flow);
                }
            }
        }
        List<Place.Store> stores = model.elements().stream()
                .filter(e -> ENDS.contains(e.kind()))
                .filter(e -> e.properties().containsKey(STORES) || e.tags().contains("database"))
                .flatMap(e -> Optional.ofNullable(zoneOf.get(e.id())).map(zone -> store(e, zone)).stream())
                .toList();
        TrustModel read = new TrustModel(zones, classes, flows, stores);
        requireKeptAsDefined(read);
        requireUsed(read, zoneOf);
        requireUnique("the model", read.places().stream().map(Place::slug).toList());
        return read;
    }

    private Map<String, Zone> zonesOfElements() {
        Map<String, Zone> found = new HashMap<>();
        for (Element element : model.elements()) {
            if (ENDS.contains(element.kind())) {
                String own = element.properties().get(ZONE);
                Zone inherited = own == null && element.parent() != null ? found.get(element.parent()) : null;
                Zone zone = own == null ? inherited : zone(own);
                if (zone != null && !zone.path()) {
                    found.put(element.id(), zone);
                } else if (own != null) {
                    String what = zone == null ? "which zones.yaml lacks" : "where no element can lie";
                    add("trust-zone", List.of(element.id()), "names the zone " + own + ", " + what);
                } else if (element.kind() != ElementKind.COMPONENT) {
                    add("trust-zone", List.of(element.id()), "lies in no zone");
                }
            }
        }
        return found;
    }

    private List<Relationship> relationships() {
        return model.relationships().stream()
                .filter(r -> FLOWS.contains(r.kind()))
                .filter(r -> ENDS.contains(model.element(r.source()).kind()))
                .filter(r -> ENDS.contains(model.element(r.target()).kind()))
                .toList();
    }

    private Place.Flow flow(Relationship from, Zone source, Zone target) {
        List<String> ends = List.of(from.source(), from.target());
        List<DataClass> data = data(from.list(DATA), ends);
        if (from.list(DATA).isEmpty()) {
            add("trust-data", ends, "names no data");
        }
        String path = from.properties().get(VIA);
        Zone via = path == null ? null : zone(path);
        if (source.equals(target)) {
            if (path != null) {
                add("trust-via", ends, "names the path " + path + " and does not leave its zone");
            }
        } else if (path == null) {
            add("trust-via", ends, "crosses from " + source.id() + " to " + target.id() + " and names no path");
        } else if (via == null || !via.path()) {
            add("trust-via", ends, "names the path " + path + ", which is none of zones.yaml");
        }
        return new Place.Flow(last(from.source()) + "-" + last(from.target()), from, source, target, via, data);
    }

    private Place.Store store(Element element, Zone zone) {
        List<String> named = element.list(STORES);
        if (named.isEmpty()) {
            add("trust-stores", List.of(element.id()), "is a store and names no data");
        }
        return new Place.Store(last(element.id()), element.id(), zone, data(named, List.of(element.id())));
    }

    private List<DataClass> data(List<String> named, List<String> elements) {
        for (String id : new TreeSet<>(named)) {
            if (classes.stream().noneMatch(c -> c.id().equals(id))) {
                add("trust-data", elements, "names the data class " + id + ", which data-classes.yaml lacks");
            }
        }
        return classes.stream().filter(c -> named.contains(c.id())).toList();
    }

    /** The relationships of components that a relationship of their containers sums up. */
    private List<Relationship> parts(Relationship whole) {
        return relationships().stream()
                .filter(r -> r.kind() == whole.kind() && !r.equals(whole))
                .filter(r -> lifted(r.source()).equals(whole.source())
                        && lifted(r.target()).equals(whole.target()))
                .toList();
    }

    private String lifted(String id) {
        Element element = model.element(id);
        String parent = element.parent();
        return element.kind() == ElementKind.COMPONENT && parent != null ? parent : id;
    }

    private void requireSameBelow(Relationship whole, Place.Flow flow) {
        Set<String> below = new TreeSet<>();
        parts(whole).forEach(part -> below.addAll(part.list(DATA)));
        Set<String> above = new TreeSet<>();
        flow.data().forEach(c -> above.add(c.id()));
        if (!above.equals(below)) {
            add("trust-levels", flow.elements(), "carries " + above + ", its components carry " + below);
        }
    }

    private void requireKeptAsDefined(TrustModel read) {
        for (DataClass each : classes) {
            Set<String> keepers = new TreeSet<>();
            read.stores().stream()
                    .filter(store -> store.data().contains(each))
                    .forEach(store -> keepers.add(store.element()));
            differing(keepers, elements(each))
                    .forEach(id -> add(
                            "trust-stores",
                            List.of(id),
                            keepers.contains(id)
                                    ? "keeps " + each.id() + ", whose definition does not say in which form"
                                    : "is said to keep " + each.id() + ", but its " + STORES + " does not name it"));
        }
        for (Place.Store store : read.stores()) {
            if (model.element(store.element()).tags().contains("database")) {
                Set<DataClass> arriving = new HashSet<>();
                read.flows().stream()
                        .filter(flow -> flow.elements().contains(store.element()))
                        .forEach(flow -> arriving.addAll(flow.data()));
                store.data().stream()
                        .filter(kept -> !arriving.contains(kept))
                        .forEach(kept -> add(
                                "trust-stores",
                                List.of(store.element()),
                                "keeps " + kept.id() + ", which no flow brings to it"));
            }
        }
    }

    /** A definition that nothing uses is a mistake in its name, here or in the model. */
    private void requireUsed(TrustModel read, Map<String, Zone> zoneOf) {
        Set<@Nullable Zone> used = new HashSet<>(zoneOf.values());
        Set<DataClass> moved = new HashSet<>();
        read.flows().forEach(flow -> used.add(flow.via()));
        read.places().forEach(place -> moved.addAll(place.data()));
        zones.stream()
                .filter(zone -> !used.contains(zone))
                .forEach(zone -> add("trust-zone", List.of(), "nothing lies in or passes over " + zone.id()));
        classes.stream()
                .filter(c -> !moved.contains(c))
                .forEach(c -> add("trust-data", List.of(), "nothing carries or keeps " + c.id()));
    }

    private void requireUnique(String where, List<String> names) {
        Set<String> seen = new HashSet<>();
        names.stream()
                .filter(name -> !seen.add(name))
                .forEach(name -> add("trust-names", List.of(), name + " stands twice in " + where));
    }

    private static Set<String> elements(DataClass kept) {
        Set<String> ids = new TreeSet<>();
        kept.kept().forEach(each -> ids.add(each.element()));
        return ids;
    }

    private static Set<String> differing(Set<String> one, Set<String> other) {
        Set<String> all = new TreeSet<>(one);
        all.addAll(other);
        all.removeIf(each -> one.contains(each) && other.contains(each));
        return all;
    }

    private @Nullable Zone zone(String id) {
        return zones.stream().filter(zone -> zone.id().equals(id)).findFirst().orElse(null);
    }

    private static String last(String id) {
        return id.substring(id.lastIndexOf('.') + 1);
    }

    private void add(String rule, List<String> elements, String detail) {
        violations.add(new Violation(rule, elements, detail));
    }
}
