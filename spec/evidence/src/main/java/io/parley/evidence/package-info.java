/** Ties tests to the ids of the requirements catalogue and collects their results. */
@NullMarked
package io.parley.evidence;

import org.jspecify.annotations.NullMarked;
