package io.parley.site.page.api;

import io.parley.site.text.Adoc;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** One operation of the OpenAPI document. */
record Call(String method, String path, JsonNode operation) {

    private static final String JSON = "/content/application~1json";
    private static final String PROBLEM = "/content/application~1problem+json";

    static Stream<Call> all(JsonNode document) {
        return document.path("paths").properties().stream().flatMap(path -> path.getValue().properties().stream()
                .map(operation -> new Call(operation.getKey(), path.getKey(), operation.getValue())));
    }

    String id() {
        return operation.get("operationId").asString();
    }

    String title() {
        return method.toUpperCase(Locale.ROOT) + " " + path;
    }

    String summary() {
        return operation.get("summary").asString();
    }

    boolean needsToken() {
        return !operation.path("security").isEmpty();
    }

    /** Who is answered with more than a refusal. */
    String callers() {
        if (!needsToken()) {
            return "Anybody";
        }
        return path.contains("{id}") ? "A member, with an access token" : "Whoever has an access token";
    }

    JsonNode body() {
        return operation.at("/requestBody" + JSON + "/schema");
    }

    List<JsonNode> parameters() {
        return operation.path("parameters").valueStream().toList();
    }

    Set<Map.Entry<String, JsonNode>> answers() {
        return operation.path("responses").properties();
    }

    static JsonNode answered(JsonNode answer) {
        return answer.at(JSON + "/schema");
    }

    /** Links to the problems that an answer stands for. */
    static String problems(JsonNode answer) {
        List<String> ids = new ArrayList<>(answer.at(PROBLEM + "/examples").propertyNames());
        return Adoc.list(ids, id -> "xref:errors.adoc#" + id + "[" + id + "]");
    }

    /** The names of the examples, in the order of the document. */
    Set<String> examples() {
        Set<String> names = new LinkedHashSet<>(
                operation.at("/requestBody" + JSON + "/examples").propertyNames());
        answers()
                .forEach(answer ->
                        names.addAll(answer.getValue().at(JSON + "/examples").propertyNames()));
        return names;
    }

    /** Request and answer of an example; of a call without any, what is always sent. */
    String example(String name) {
        StringBuilder out = new StringBuilder();
        String title = "";
        String address = path;
        StringBuilder query = new StringBuilder();
        for (JsonNode parameter : parameters()) {
            JsonNode value = parameter.at("/examples/" + name + "/value");
            if (!value.isMissingNode()) {
                String place = "{" + parameter.get("name").asString() + "}";
                if (address.contains(place)) {
                    address = address.replace(place, value.asString());
                } else {
                    query.append(query.isEmpty() ? "?" : "&")
                            .append(parameter.get("name").asString());
                    query.append("=").append(value.asString());
                }
            }
        }
        StringBuilder request = new StringBuilder(method.toUpperCase(Locale.ROOT)).append(" ");
        request.append(address).append(query).append(needsToken() ? "\nAuthorization: Bearer …" : "");
        JsonNode body = operation.at("/requestBody" + JSON + "/examples/" + name);
        if (!body.isMissingNode()) {
            request.append("\nContent-Type: application/json\n\n").append(Listing.json(body.get("value")));
            title = body.path("summary").asString("");
        }
        StringBuilder answer = new StringBuilder();
        for (Map.Entry<String, JsonNode> answered : answers()) {
            JsonNode shown = answered.getValue().at(JSON + "/examples/" + name);
            if (!shown.isMissingNode()) {
                answer.append(answered.getKey()).append("\n").append(Listing.json(shown.get("value")));
                title = shown.path("summary").asString(title);
            }
        }
        out.append(".").append(Adoc.text(title.isEmpty() ? "Example" : title)).append("\n");
        out.append(Listing.of(request.toString()));
        return out.append(answer.isEmpty() ? "" : ".Answer\n" + Listing.of(answer.toString()))
                .toString();
    }
}
