package io.parley.model.render;

import io.parley.model.View;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Short names of a view's elements inside a PlantUML source, and the placeholder links that lead back to ids. */
final class Ids {

    /** Scheme of the placeholder links. They are replaced before anything leaves the renderer. */
    static final String PLACEHOLDER = "parley:";

    private final Map<String, String> aliases = new LinkedHashMap<>();

    Ids(View view) {
        for (String id : view.elements()) {
            aliases.put(id, "e" + aliases.size());
        }
    }

    boolean has(String id) {
        return aliases.containsKey(id);
    }

    String alias(String id) {
        return Objects.requireNonNull(aliases.get(id));
    }

    static String link(String id) {
        return "[[" + PLACEHOLDER + id + "]]";
    }
}
