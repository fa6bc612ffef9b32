package io.parley.threats;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The architecture as an attacker sees it.
 *
 * @param zones in the order of their file
 * @param classes in the order of their file
 * @param flows at the finest level that the model has, by the zone that they come from
 * @param stores elements that keep data, by their zone
 */
public record TrustModel(List<Zone> zones, List<DataClass> classes, List<Place.Flow> flows, List<Place.Store> stores) {

    public TrustModel {
        zones = List.copyOf(zones);
        classes = List.copyOf(classes);
        List<Zone> order = zones;
        flows = flows.stream()
                .sorted(Comparator.comparing(flow -> order.indexOf(flow.from())))
                .toList();
        stores = stores.stream()
                .sorted(Comparator.comparing(store -> order.indexOf(store.zone())))
                .toList();
    }

    /** Flows, then stores. */
    public List<Place> places() {
        return Stream.<Place>concat(flows.stream(), stores.stream()).toList();
    }

    /** Every threat that follows: STRIDE where a flow crosses, LINDDUN where data is about people. */
    public List<Threat> threats() {
        return places().stream()
                .flatMap(place -> Stream.of(Category.values())
                        .filter(category -> asked(place, category.framework()))
                        .map(category -> Threat.of(place, category)))
                .toList();
    }

    private static boolean asked(Place place, Framework framework) {
        return switch (framework) {
            case STRIDE -> place instanceof Place.Flow flow && flow.crosses();
            case LINDDUN -> place.personal();
        };
    }
}
