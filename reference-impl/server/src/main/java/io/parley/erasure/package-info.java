/** Carries out what deletions ask for: takes the contents of deleted messages, and of their edits, from the logs. */
@NullMarked
package io.parley.erasure;

import org.jspecify.annotations.NullMarked;
