package io.parley.site.page.api;

import io.parley.site.text.Adoc;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The members of an object as a table. */
final class Members {

    private final Types types;

    Members(Types types) {
        this.types = types;
    }

    /** Empty for a schema without members. */
    String table(JsonNode schema) {
        if (schema.path("properties").isEmpty()) {
            return "";
        }
        Set<String> required =
                schema.path("required").valueStream().map(JsonNode::asString).collect(Collectors.toSet());
        StringBuilder out = new StringBuilder(Adoc.table("members", "2,3,6", "Member", "Type", "Meaning"));
        for (Map.Entry<String, JsonNode> member : schema.get("properties").properties()) {
            row(out, Adoc.code(member.getKey()), required.contains(member.getKey()), member.getValue());
        }
        return out.append("|===\n\n").toString();
    }

    /** A row; what may be left out says so. */
    void row(StringBuilder out, String name, boolean required, JsonNode schema) {
        String description = schema.path("description")
                .asString(types.target(schema).path("description").asString(""));
        String bounds = types.bounds(schema);
        out.append("|").append(name).append("\n|").append(types.type(schema));
        out.append(required ? "" : ", optional");
        out.append("\n|").append(Prose.text(description)).append(description.isEmpty() ? "" : " ");
        out.append(bounds.isEmpty() && description.isEmpty() ? "–" : bounds).append("\n\n");
    }
}
