/** What every adapter of the log's store has to do, as tests that each adapter subclasses. */
@NullMarked
package io.parley.simulation.kit;

import org.jspecify.annotations.NullMarked;
