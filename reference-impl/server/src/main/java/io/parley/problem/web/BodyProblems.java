package io.parley.problem.web;

import io.parley.problem.Problem;
import io.parley.problem.ProblemType;
import java.time.Instant;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;

/** Says what is wrong with a body or a parameter by name and expectation, never by quoting it. */
final class BodyProblems {

    private BodyProblems() {}

    /** A body that Jackson could not read. */
    static Problem unreadable(@Nullable Throwable cause) {
        if (!(cause instanceof DatabindException failure)) {
            return Problem.of(ProblemType.MALFORMED_REQUEST)
                    .withDetail(cause instanceof JacksonException ? "expected JSON in UTF-8" : "expected a body");
        }
        Class<?> target = failure instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
        if (failure.getPath().isEmpty()) {
            return Problem.of(ProblemType.MALFORMED_REQUEST).withDetail("expected a JSON object");
        }
        return Problem.invalidField(path(failure.getPath()), expected(target));
    }

    /** What a field or parameter of this Java type looks like to a client. */
    static String expected(@Nullable Class<?> type) {
        if (type == null || type == Object.class) {
            return "another value";
        }
        if (type == String.class) {
            return "a well-formed text";
        }
        if (type == Instant.class || Temporal.class.isAssignableFrom(type)) {
            return "a time such as 2026-11-20T10:00:00.000Z";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type.isPrimitive()
                || Number.class.isAssignableFrom(type)
                || type.getSimpleName().equals("Seq")) {
            return "a whole number in range";
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "a list";
        }
        if (type.getSimpleName().endsWith("Id") || type == UUID.class) {
            return "a lower-case UUID";
        }
        return "an object";
    }

    private static String path(List<JacksonException.Reference> path) {
        return path.stream()
                .map(step ->
                        step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
                .collect(Collectors.joining())
                .substring(path.get(0).getPropertyName() == null ? 0 : 1);
    }
}
