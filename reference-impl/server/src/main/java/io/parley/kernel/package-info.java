/** The shared kernel: ids and counters that every component speaks of. */
@NullMarked
package io.parley.kernel;

import org.jspecify.annotations.NullMarked;
