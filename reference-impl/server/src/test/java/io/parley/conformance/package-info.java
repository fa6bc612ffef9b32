/** Holds the server against the architecture model, and proves that each rule of that bites. */
@NullMarked
package io.parley.conformance;

import org.jspecify.annotations.NullMarked;
