/** Conversations over HTTP, and the JSON forms that the WebSocket shares. */
@NullMarked
package io.parley.conversation.web;

import org.jspecify.annotations.NullMarked;
