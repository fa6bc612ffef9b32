/** A world of one thread: virtual time, steps in an order that a seed decides, processes that pause and die. */
@NullMarked
package io.parley.simulation.engine;

import org.jspecify.annotations.NullMarked;
