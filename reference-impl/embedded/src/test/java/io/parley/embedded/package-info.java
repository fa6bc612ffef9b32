/** Holds the embedded servers to what they promise, on real ones. */
@NullMarked
package io.parley.embedded;

import org.jspecify.annotations.NullMarked;
