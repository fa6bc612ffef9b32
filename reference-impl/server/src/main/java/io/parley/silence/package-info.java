/** What goes on while PostgreSQL is silent: its answers are kept, and count on for a stated time. */
@NullMarked
package io.parley.silence;

import org.jspecify.annotations.NullMarked;
