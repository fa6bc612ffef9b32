/** Tests of the model's reader and registers. */
@NullMarked
package io.parley.model;

import org.jspecify.annotations.NullMarked;
