/** Runs the benchmarks side by side and turns JMH's figures into recorded results. */
@NullMarked
package io.parley.benchmarks;

import org.jspecify.annotations.NullMarked;
