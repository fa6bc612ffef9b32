/** The real log of several nodes under a deterministic scheduler, with a store, a network and crashes that a seed decides. */
@NullMarked
package io.parley.simulation;

import org.jspecify.annotations.NullMarked;
