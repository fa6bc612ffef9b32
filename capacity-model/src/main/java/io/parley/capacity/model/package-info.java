/** The closed-form capacity model: java.lang only, so that the same classes run on the JVM and in the page. */
@NullMarked
package io.parley.capacity.model;

import org.jspecify.annotations.NullMarked;
