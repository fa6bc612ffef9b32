/** Rows, and what lies over those that are stored. */
@NullMarked
package io.parley.inbox;

import org.jspecify.annotations.NullMarked;
