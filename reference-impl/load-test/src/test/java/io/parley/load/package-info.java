/** Loads a running Parley through its public contract and measures every delivery at its recipient. */
@NullMarked
package io.parley.load;

import org.jspecify.annotations.NullMarked;
