/** Projections on the simulated stores; in their package, because how they are run is not public. */
@NullMarked
package io.parley.projection;

import org.jspecify.annotations.NullMarked;
