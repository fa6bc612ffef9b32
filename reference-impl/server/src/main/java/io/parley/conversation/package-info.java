/** Conversations as their members use them: create, list, read, send. Lists come from the inbox, every other answer
 * from the log. */
@NullMarked
package io.parley.conversation;

import org.jspecify.annotations.NullMarked;
