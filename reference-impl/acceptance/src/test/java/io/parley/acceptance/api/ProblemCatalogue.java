package io.parley.acceptance.api;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * What the committed error catalogue says of when its problems occur.
 *
 * @param problems its entries
 */
record ProblemCatalogue(List<JsonNode> problems) {

    private static final Path FILE = ApiDocument.FILE.resolveSibling(Path.of("..", "data", "problems.yaml"));

    static ProblemCatalogue committed() {
        return new ProblemCatalogue(Json.yamlList(FILE));
    }

    /** Ids of what a client can bring about today. */
    List<String> present() {
        return ids(problem -> !problem.has("future") && !problem.has("fault"));
    }

    /** Ids of what belongs to a requirement that is not built yet. */
    List<String> future() {
        return ids(problem -> problem.has("future"));
    }

    private List<String> ids(Predicate<JsonNode> which) {
        return problems.stream()
                .filter(which)
                .map(problem -> problem.get("id").asString())
                .toList();
    }
}
