/** The limits of the public contract, read once from their data file. */
@NullMarked
package io.parley.limits;

import org.jspecify.annotations.NullMarked;
