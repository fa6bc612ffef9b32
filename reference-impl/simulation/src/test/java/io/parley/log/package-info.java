/** What the log asks its store for, on the simulated one. */
@NullMarked
package io.parley.log;

import org.jspecify.annotations.NullMarked;
