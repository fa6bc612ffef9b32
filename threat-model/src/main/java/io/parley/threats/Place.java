package io.parley.threats;

import io.parley.model.Relationship;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a threat is about: data that flows, or data that lies. */
public sealed interface Place {

    /** Middle part of the ids of its threats, such as {@code web-delivery}. */
    String slug();

    /** Canonical ids of the elements concerned, source before target. */
    List<String> elements();

    /** What is carried or kept, in the order of the data classes' file. */
    List<DataClass> data();

    /** Whether anything of it concerns people. */
    default boolean personal() {
        return data().stream().anyMatch(DataClass::personal);
    }

    /**
     * A relationship of the model along which data goes, in both directions.
     *
     * @param from zone of the source
     * @param to zone of the target
     * @param via the path between them; null inside one zone
     */
    record Flow(
            String slug,
            Relationship relationship,
            Zone from,
            Zone to,
            @Nullable Zone via,
            List<DataClass> data) implements Place {

        public Flow {
            data = List.copyOf(data);
        }

        /** Whether its ends are controlled by different parties. */
        public boolean crosses() {
            return !from.equals(to);
        }

        @Override
        public List<String> elements() {
            return List.of(relationship.source(), relationship.target());
        }
    }

    /** An element that keeps data. */
    record Store(String slug, String element, Zone zone, List<DataClass> data) implements Place {

        public Store {
            data = List.copyOf(data);
        }

        @Override
        public List<String> elements() {
            return List.of(element);
        }
    }
}
