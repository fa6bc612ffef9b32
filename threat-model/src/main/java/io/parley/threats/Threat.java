package io.parley.threats;

/**
 * A question asked of a place. Nobody writes threats: they follow from the model.
 *
 * @param id such as {@code T-web-delivery-S}: stable as long as the ends keep their names
 */
public record Threat(String id, Place place, Category category) {

    static Threat of(Place place, Category category) {
        return new Threat("T-" + place.slug() + "-" + category.code(), place, category);
    }
}
