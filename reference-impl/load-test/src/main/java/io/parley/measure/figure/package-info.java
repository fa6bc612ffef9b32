/** Figures of measurements: their names, their medians over rounds, and how they are recorded. */
@NullMarked
package io.parley.measure.figure;

import org.jspecify.annotations.NullMarked;
