/** Holds compiled code and store scripts against the architecture model, in both directions. */
@NullMarked
package io.parley.model.conformance;

import org.jspecify.annotations.NullMarked;
