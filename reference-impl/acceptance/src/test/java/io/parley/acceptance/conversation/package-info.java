/** Conversations, messages and entries as the contract has them, over HTTP. */
@NullMarked
package io.parley.acceptance.conversation;

import org.jspecify.annotations.NullMarked;
