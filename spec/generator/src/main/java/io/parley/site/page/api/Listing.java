package io.parley.site.page.api;

import java.util.stream.Collectors;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Listings of what goes over the wire. */
final class Listing {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .defaultPrettyPrinter(new DefaultPrettyPrinter(
                    Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER)))
            .build();
    private static final String FENCE = "----";

    private Listing() {}

    static String of(String text) {
        return "[listing]\n" + FENCE + "\n" + text.strip() + "\n" + FENCE + "\n\n";
    }

    /** Indented, with line ends that are the same on every machine. */
    static String json(JsonNode value) {
        return JSON.writeValueAsString(value).lines().collect(Collectors.joining("\n"));
    }
}
