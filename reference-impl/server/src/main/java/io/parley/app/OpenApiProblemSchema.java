package io.parley.app;

import io.parley.limits.Limits;
import io.parley.problem.Extension;
import io.parley.problem.Problem;
import io.parley.problem.ProblemType;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.DateTimeSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** The schema of a problem document and an example of each type, out of the catalogue. */
final class OpenApiProblemSchema {

    private OpenApiProblemSchema() {}

    static Schema<?> create() {
        StringSchema type = new StringSchema();
        Arrays.stream(ProblemType.values()).map(ProblemType::urn).sorted().forEach(type::addEnumItem);
        ObjectSchema problem = new ObjectSchema();
        problem.description("A problem document (RFC 9457). Each type has at most one of the extra members.");
        problem.addProperty("type", type.description("Says which problem it is; compare this, not the texts."));
        problem.addProperty("title", new StringSchema().description("The same for every occurrence of the type."));
        problem.addProperty("status", new IntegerSchema().description("The HTTP status."));
        problem.addProperty("detail", new StringSchema().description("What is particular to this occurrence."));
        problem.addProperty(
                "errors",
                new ArraySchema().items(invalid()).description("Of `invalid-field`: each field that is wrong."));
        problem.addProperty(
                "allow",
                new ArraySchema()
                        .items(new StringSchema())
                        .description("Of `method-not-allowed`: the methods that the address takes."));
        problem.addProperty("limitBytes", new IntegerSchema().description("Of `body-too-large`: the limit."));
        problem.addProperty(
                "serverTime",
                new DateTimeSchema().description("Of `clock-skew`: the server's clock, to correct one's own by."));
        problem.addProperty(
                "retryAfterSeconds",
                new IntegerSchema().format("int64").description("Of those that ask for a repeat: how long to wait."));
        problem.setRequired(List.of("type", "title", "status"));
        return problem;
    }

    static Example example(ProblemType type, Limits limits) {
        Extension extension =
                switch (type.extension().orElse("")) {
                    case "errors" ->
                        new Extension.Errors(List.of(new Extension.Invalid(
                                "limit", "a number from 1 to " + limits.page().entriesMax())));
                    case "allow" -> new Extension.Allow(List.of("GET", "POST"));
                    case "limitBytes" -> new Extension.LimitBytes(limits.http().bodyBytesMax());
                    case "serverTime" -> new Extension.ServerTime(Instant.parse("2026-11-20T08:30:00Z"));
                    case "retryAfterSeconds" -> new Extension.RetryAfterSeconds(1);
                    default -> null;
                };
        return new Example().value(new Problem(type, null, extension).document());
    }

    private static Schema<?> invalid() {
        ObjectSchema invalid = new ObjectSchema();
        invalid.addProperty(
                "name", new StringSchema().description("The field, such as `content.text`, or the parameter."));
        invalid.addProperty("expected", new StringSchema().description("What would be accepted."));
        invalid.setRequired(List.of("name", "expected"));
        return invalid;
    }
}
