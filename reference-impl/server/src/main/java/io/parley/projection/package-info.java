/**
 * What is drawn from the logs and kept up by whichever node lives: announced before the first append, applied from a
 * contiguous watermark, finished by another node when its own dies, rebuilt on demand.
 *
 * <p>Nothing here blocks, sleeps, starts a thread or reads a clock: all that comes in through
 * {@link io.parley.projection.ProjectionRuntime}, so that a simulation can drive every step.
 */
@NullMarked
package io.parley.projection;

import org.jspecify.annotations.NullMarked;
