/**
 * Live delivery: pushes committed entries to the members' sockets and answers their frames. A push is a hint, the log is
 * the promise: nothing here needs to survive, and a client finds every gap by itself.
 */
@NullMarked
package io.parley.delivery;

import org.jspecify.annotations.NullMarked;
