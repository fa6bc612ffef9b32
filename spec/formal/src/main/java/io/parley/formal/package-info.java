/** Runs the model checker TLC on the TLA+ models of the log and of delivery, and reads what it says. */
@NullMarked
package io.parley.formal;

import org.jspecify.annotations.NullMarked;
