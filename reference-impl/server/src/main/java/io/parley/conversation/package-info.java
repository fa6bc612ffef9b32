/** Conversations as their members use them: create, list, read, send. Every answer is drawn from the log. */
@NullMarked
package io.parley.conversation;

import org.jspecify.annotations.NullMarked;
