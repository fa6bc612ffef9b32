/** The load itself, whatever is loaded: when each message is due, who sends it where, and what the clients' histories say. */
@NullMarked
package io.parley.measure.run;

import org.jspecify.annotations.NullMarked;
