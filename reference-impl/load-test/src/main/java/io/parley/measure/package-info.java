/** Measures what messages cost: starts what is measured, loads it through its clients' contract, and records the figures. */
@NullMarked
package io.parley.measure;

import org.jspecify.annotations.NullMarked;
