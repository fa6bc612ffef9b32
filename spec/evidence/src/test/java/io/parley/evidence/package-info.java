/** Tests of the evidence that tests leave. */
@NullMarked
package io.parley.evidence;

import org.jspecify.annotations.NullMarked;
