package io.parley.app;

import io.parley.problem.ProblemType;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.DateTimeSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.Arrays;
import java.util.List;

/** The schema of a problem document, out of the catalogue. */
final class OpenApiProblemSchema {

    private OpenApiProblemSchema() {}

    static Schema<?> create() {
        StringSchema type = new StringSchema();
        Arrays.stream(ProblemType.values()).map(ProblemType::urn).sorted().forEach(type::addEnumItem);
        ObjectSchema problem = new ObjectSchema();
        problem.description("A problem document (RFC 9457). Each type has at most one of the extra members.");
        problem.addProperty("type", type);
        problem.addProperty("title", new StringSchema());
        problem.addProperty("status", new IntegerSchema());
        problem.addProperty("detail", new StringSchema());
        problem.addProperty("errors", new ArraySchema().items(invalid()));
        problem.addProperty("allow", new ArraySchema().items(new StringSchema()));
        problem.addProperty("limitBytes", new IntegerSchema());
        problem.addProperty("serverTime", new DateTimeSchema());
        problem.addProperty("retryAfterSeconds", new IntegerSchema().format("int64"));
        problem.setRequired(List.of("type", "title", "status"));
        return problem;
    }

    private static Schema<?> invalid() {
        ObjectSchema invalid = new ObjectSchema();
        invalid.addProperty("name", new StringSchema());
        invalid.addProperty("expected", new StringSchema());
        invalid.setRequired(List.of("name", "expected"));
        return invalid;
    }
}
