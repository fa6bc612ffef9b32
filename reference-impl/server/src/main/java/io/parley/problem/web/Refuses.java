package io.parley.problem.web;

import io.parley.problem.ProblemType;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the problems that an operation answers beside those that follow from its shape. The OpenAPI document describes them.
 *
 * <p>By rule, and not to be named: {@code unauthenticated} where a token is needed; {@code invalid-field} for parameters;
 * {@code malformed-request}, {@code invalid-field}, {@code body-too-large} and {@code unsupported-media-type} for a body;
 * {@code not-found} for a path with a variable; {@code not-acceptable}, {@code internal-error}, {@code store-unavailable} and
 * the rest of {@code OpenApiRules} everywhere.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Refuses {

    /** The further problems. */
    ProblemType[] value();
}
