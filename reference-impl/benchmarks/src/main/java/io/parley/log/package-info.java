/** Benchmarks of the log; in its package, because what they measure is not public. */
@NullMarked
package io.parley.log;

import org.jspecify.annotations.NullMarked;
