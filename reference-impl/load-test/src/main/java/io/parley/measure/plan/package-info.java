/** What to measure, as data: a plan is a file with one scenario per line. */
@NullMarked
package io.parley.measure.plan;

import org.jspecify.annotations.NullMarked;
