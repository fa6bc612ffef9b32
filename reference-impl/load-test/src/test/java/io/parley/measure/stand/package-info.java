/** The generator's parts, held against what they claim. */
@NullMarked
package io.parley.measure.stand;

import org.jspecify.annotations.NullMarked;
