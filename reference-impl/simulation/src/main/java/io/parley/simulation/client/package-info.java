/**
 * The browser client's rules of sync once more in Java, class by class after {@code reference-impl/web/src/client/sync}, so
 * that a simulation can run many devices beside the server's own classes. The traces that its runs leave are replayed by the
 * original.
 */
@NullMarked
package io.parley.simulation.client;

import org.jspecify.annotations.NullMarked;
