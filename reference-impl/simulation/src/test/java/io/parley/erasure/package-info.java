/** Erasure on the simulated stores. */
@NullMarked
package io.parley.erasure;

import org.jspecify.annotations.NullMarked;
