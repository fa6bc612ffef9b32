/** What requests may ask of conversations. */
@NullMarked
package io.parley.conversation;

import org.jspecify.annotations.NullMarked;
