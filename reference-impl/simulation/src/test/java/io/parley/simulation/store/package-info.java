@NullMarked
package io.parley.simulation.store;

import org.jspecify.annotations.NullMarked;
