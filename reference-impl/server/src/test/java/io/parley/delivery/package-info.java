/** Frames, connections and digests, without a network. */
@NullMarked
package io.parley.delivery;

import org.jspecify.annotations.NullMarked;
