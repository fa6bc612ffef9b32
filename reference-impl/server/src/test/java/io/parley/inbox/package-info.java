/** Inboxes on a store in memory. */
@NullMarked
package io.parley.inbox;

import org.jspecify.annotations.NullMarked;
