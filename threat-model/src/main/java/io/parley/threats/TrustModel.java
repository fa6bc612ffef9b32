package io.parley.threats;

import java.util.List;
import java.util.stream.Stream;

/**
 * The architecture as an attacker sees it.
 *
 * @param zones in the order of their file
 * @param classes in the order of their file
 * @param flows at the finest level that the model has, in its order
 * @param stores elements that keep data, in the order of the model
 */
public record TrustModel(List<Zone> zones, List<DataClass> classes, List<Place.Flow> flows, List<Place.Store> stores) {

    public TrustModel {
        zones = List.copyOf(zones);
        classes = List.copyOf(classes);
        flows = List.copyOf(flows);
        stores = List.copyOf(stores);
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
