/**
 * The conversation log: one append-only, gapless, linearizable log per conversation, and the state that folds from it.
 *
 * <p>Nothing here blocks, sleeps, starts a thread or reads a clock: executor, timer, clock and randomness come in through
 * {@link io.parley.log.LogRuntime}, so that a simulation can drive every step.
 */
@NullMarked
package io.parley.log;

import org.jspecify.annotations.NullMarked;
