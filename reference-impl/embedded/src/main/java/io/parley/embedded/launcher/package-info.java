/** Starts a whole Parley on one machine: both stores, then the server, on one data directory; behind {@code ./parley}. */
@NullMarked
package io.parley.embedded.launcher;

import org.jspecify.annotations.NullMarked;
