package io.parley.model;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** List values inside the text properties of the model. */
final class Lists {

    private Lists() {}

    static List<String> ofCommaSeparated(@Nullable String text) {
        if (text == null) {
            return List.of();
        }
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
