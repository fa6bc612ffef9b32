/** Tests of the scenario files and their checks. */
@NullMarked
package io.parley.capacity.scenario;

import org.jspecify.annotations.NullMarked;
