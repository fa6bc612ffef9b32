/** Parts of projections that need no store, and races of some that do. */
@NullMarked
package io.parley.projection;

import org.jspecify.annotations.NullMarked;
