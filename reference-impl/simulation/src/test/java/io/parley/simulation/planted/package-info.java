/** Errors planted in the server's own sources, each of which some seed must find. */
@NullMarked
package io.parley.simulation.planted;

import org.jspecify.annotations.NullMarked;
