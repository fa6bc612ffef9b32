package io.parley.evidence;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the catalogue ids (requirement, quality goal, invariant) that a test backs: one to three of them.
 *
 * <p>On a class it holds for each of its tests that carries none of its own. The build collects the results and fails on
 * an id that the catalogue does not know.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Verifies {

    /** Catalogue ids such as {@code "MSG-17"} or {@code "INV-3"}. */
    String[] value();
}
