/** The fold and its parts, without a store. */
@NullMarked
package io.parley.log;

import org.jspecify.annotations.NullMarked;
