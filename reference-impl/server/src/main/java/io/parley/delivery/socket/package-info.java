/** The WebSocket at {@code /ws}, on Jetty's own interface. */
@NullMarked
package io.parley.delivery.socket;

import org.jspecify.annotations.NullMarked;
