/** Tests of the command. */
@NullMarked
package io.parley.capacity;

import org.jspecify.annotations.NullMarked;
