/** Tests of the model, without files. */
@NullMarked
package io.parley.capacity.model;

import org.jspecify.annotations.NullMarked;
