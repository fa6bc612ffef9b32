/** The generator's parts, held against what they claim. */
@NullMarked
package io.parley.measure.run;

import org.jspecify.annotations.NullMarked;
