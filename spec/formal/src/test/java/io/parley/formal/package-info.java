/** Checks the models in the build, and that each invariant can fail. */
@NullMarked
package io.parley.formal;

import org.jspecify.annotations.NullMarked;
